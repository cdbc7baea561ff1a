package org.teestriage.platform.validation;

import java.util.stream.Stream;

/** A record with rules that span its fields. It names what is wrong; the front door turns that into field errors. */
@SelfValidatingConstraint
public interface SelfValidating {

    /** Something wrong with one field: the path from this record, and a sentence that says what to do. */
    record Flaw(String field, String sentence) {}

    Stream<Flaw> flaws();

    static Stream<Flaw> flawIf(boolean wrong, String field, String sentence) {
        return wrong ? Stream.of(new Flaw(field, sentence)) : Stream.empty();
    }
}
