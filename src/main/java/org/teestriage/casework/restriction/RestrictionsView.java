package org.teestriage.casework.restriction;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.teestriage.access.AccessRestriction;
import org.teestriage.concern.Reference;

/** The author of and the reason for a restriction are in the timeline. */
public record RestrictionsView(Reference reference, List<Line> restrictions) {

    /** {@code subject} is a user name, or the normalised words of a name or workplace. */
    @Schema(name = "RestrictionLine")
    public record Line(int number, AccessRestriction.Kind kind, String subject, Instant setAt, boolean stands) {}
}
