package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * Evidence at a platform: when the police asked for it to be kept, under which reference, and when it may be gone. Only the
 * police can ask; platforms keep for a limited time.
 */
record Preservation(
        @Nullable LocalDate askedOn,
        @Nullable @SingleLine String askedBy,
        @Nullable @SingleLine String reference,
        @Nullable LocalDate contentMayExpireOn)
        implements SelfValidating {

    @Override
    public Stream<Flaw> flaws() {
        return Stream.of(
                        flawIf(
                                askedOn == null && contentMayExpireOn == null,
                                "askedOn",
                                "say when the police asked, or when the content may be gone"),
                        flawIf(
                                askedOn != null && (askedBy == null || askedBy.isBlank()),
                                "askedBy",
                                "name the police officer or unit that asked"),
                        flawIf(
                                askedOn != null && contentMayExpireOn != null && contentMayExpireOn.isBefore(askedOn),
                                "contentMayExpireOn",
                                "was over before it was asked for"))
                .flatMap(flaw -> flaw);
    }
}
