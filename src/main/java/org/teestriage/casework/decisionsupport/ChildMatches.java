package org.teestriage.casework.decisionsupport;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Outcome;

/**
 * Matches for the children of a concern, newest first. A person has to confirm each match, because another child may
 * have the same name.
 */
public record ChildMatches(Reference reference, List<OfChild> children) {

    /** {@code child} is a number, from 1. {@code more} counts the matches beyond those listed. */
    public record OfChild(int child, List<Other> others, int more, List<Elsewhere> elsewhere) {}

    /** A match in a visible concern. {@code backAgain} is the sentence of the re-referral rule, where it applies. */
    public record Other(
            Reference reference,
            int child,
            Alike alike,
            Instant receivedAt,
            boolean open,
            String hub,
            Set<Outcome> outcomes,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String backAgain) {}

    /** A match in a concern that the officer may not see, and whose hub they can ask. */
    public record Elsewhere(String hub, Alike alike) {}

    /** The fields in which two children are alike, strongest match first. */
    @Schema(name = "Alike")
    public enum Alike {
        NAME_AND_DATE_OF_BIRTH,
        NAME_AND_POSTCODE,
        DATE_OF_BIRTH_AND_POSTCODE,
        NAME_ALONE
    }
}
