package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.FactDates;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * Request to preserve evidence at a platform. Only the police can make it; platforms keep content for a limited time.
 */
record Preservation(
        @Nullable LocalDate askedOn,
        @Nullable @SingleLine String askedBy,
        @Nullable @SingleLine String reference,
        @Nullable LocalDate contentMayExpireOn)
        implements SelfValidating {

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return flawIf(
                FactDates.isInFuture(askedOn, now),
                "askedOn",
                "is in the future: record it when the police have asked");
    }

    @Override
    public Stream<Flaw> flaws() {
        return Stream.of(
                        flawIf(
                                askedOn == null && contentMayExpireOn == null,
                                "askedOn",
                                "say when the police asked, or when the content may be gone"),
                        flawIf(
                                askedOn != null && Blanks.nothing(askedBy),
                                "askedBy",
                                "name the police officer or unit that asked"),
                        flawIf(
                                askedOn != null && contentMayExpireOn != null && contentMayExpireOn.isBefore(askedOn),
                                "contentMayExpireOn",
                                "was over before it was asked for"))
                .flatMap(flaw -> flaw);
    }
}
