package org.teestriage.casework.decisionsupport;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Outcome;

/**
 * Matches for the children of a concern. A person has to confirm each match, because another child may have the same
 * name. {@code cutOff} if there are too many for one search; the most alike are included.
 */
public record ChildMatches(Reference reference, boolean cutOff, List<OfChild> children) {

    /**
     * {@code child} is a number, from 1. {@code others} has each concern once, the most alike first, then the newest;
     * {@code more} counts the concerns beyond those listed.
     */
    public record OfChild(int child, List<Other> others, int more, List<Elsewhere> elsewhere) {}

    /**
     * A match in a visible concern. {@code outcomes} and {@code decidedAt} are those of a decision that stands. {@code
     * backAgain} is the sentence of the re-referral rule, where it applies.
     */
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

    /** A hub with a match in a concern that the officer may not see. They can ask there; nothing else is told. */
    public record Elsewhere(String hub) {}

    /** The fields in which two children are alike, strongest match first. */
    @Schema(name = "Alike")
    public enum Alike {
        NAME_AND_DATE_OF_BIRTH,
        NAME_AND_POSTCODE,
        DATE_OF_BIRTH_AND_POSTCODE,
        NAME_ALONE
    }
}
