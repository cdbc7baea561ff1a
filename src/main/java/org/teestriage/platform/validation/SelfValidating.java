package org.teestriage.platform.validation;

import java.time.Instant;
import java.util.stream.Stream;

@SelfValidatingConstraint
public interface SelfValidating {

    /** A violation: the path of the field from this record, and a sentence that says what to do. */
    record Flaw(String field, String sentence) {}

    /** Violations of rules that span several fields. The HTTP layer reports them as field errors. */
    default Stream<Flaw> flaws() {
        return Stream.empty();
    }

    /**
     * Violations of rules that depend on the present. The validator takes it from its clock, which is the time source of
     * the service.
     */
    default Stream<Flaw> flawsAt(Instant now) {
        return Stream.empty();
    }

    static Stream<Flaw> flawIf(boolean wrong, String field, String sentence) {
        return wrong ? Stream.of(new Flaw(field, sentence)) : Stream.empty();
    }
}
