package org.teestriage.casework.decisionsupport;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Outcome;

/**
 * What is known of the children of a concern from other concerns, newest first. A likeness is for a person to confirm: it may
 * be a namesake. Of a concern that is not theirs somebody learns only at which hub there is one, and asks there.
 */
public record ChildMatches(Reference reference, List<OfChild> children) {

    /** One child of the concern, by number; {@code more} is how many others there are that are not listed. */
    public record OfChild(int child, List<Other> others, int more, List<Elsewhere> elsewhere) {}

    /** Another concern that this person may see, as far as it is about what may be the same child. */
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

    /** That there is a concern at a hub whose concerns this person does not see. */
    public record Elsewhere(String hub, Alike alike) {}

    /** In what two children are alike, the surest first. */
    @Schema(name = "Alike")
    public enum Alike {
        NAME_AND_DATE_OF_BIRTH,
        NAME_AND_POSTCODE,
        DATE_OF_BIRTH_AND_POSTCODE,
        NAME_ALONE
    }
}
