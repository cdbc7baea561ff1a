package org.teestriage.platform.validation;

import java.util.stream.Stream;

@SelfValidatingConstraint
public interface SelfValidating {

    /** A violation: the path of the field from this record, and a sentence that says what to do. */
    record Flaw(String field, String sentence) {}

    /** Violations of rules that span several fields. The HTTP layer reports them as field errors. */
    Stream<Flaw> flaws();

    static Stream<Flaw> flawIf(boolean wrong, String field, String sentence) {
        return wrong ? Stream.of(new Flaw(field, sentence)) : Stream.empty();
    }
}
