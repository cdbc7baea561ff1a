package org.teestriage.casework.restriction;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.teestriage.access.AccessRestriction;
import org.teestriage.concern.Reference;

/** The access restrictions of a concern. Who built each and why is in the timeline. */
public record RestrictionsView(Reference reference, List<Line> restrictions) {

    /** One restriction: whom it is about, and whether it still stands. */
    @Schema(name = "RestrictionLine")
    public record Line(int number, AccessRestriction.Kind kind, String subject, Instant setAt, boolean stands) {}
}
