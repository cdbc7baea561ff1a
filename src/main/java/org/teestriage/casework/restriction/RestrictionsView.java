package org.teestriage.casework.restriction;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.AccessRestriction;
import org.teestriage.concern.Reference;

/** The author of and the reason for a restriction are in the timeline. */
public record RestrictionsView(Reference reference, List<Line> restrictions, List<StandInLine> standIns) {

    /**
     * {@code subject} is a user name, or the normalised words of a name or workplace, which auditors read as {@code
     * withheld}. {@code name} is the name of the user. {@code hubs} are the hubs whose staff come from an excluded
     * workplace.
     */
    @Schema(name = "RestrictionLine")
    public record Line(
            int number,
            AccessRestriction.Kind kind,
            String subject,
            @Nullable String name,
            List<String> hubs,
            Instant setAt,
            boolean stands) {}

    /**
     * A manager who acts at a hub while no regular member of its staff may. Without {@code user}, there is no manager in
     * line. {@code lado} says that it includes what concerns the LADO.
     */
    @Schema(name = "StandInLine")
    public record StandInLine(
            String hub,
            @Nullable String user,
            @Nullable String name,
            boolean lado,
            Instant since,
            @Nullable Instant endedAt) {}
}
