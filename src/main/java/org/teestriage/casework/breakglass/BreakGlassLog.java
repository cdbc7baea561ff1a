package org.teestriage.casework.breakglass;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.BreakGlassReason;
import org.teestriage.concern.Reference;

/** Who broke the glass, the newest first, and how often each person did in this list. */
public record BreakGlassLog(
        List<ByUser> users, List<Line> lines, @Nullable Long next) {

    /** How often one person did, and how much of it no manager has reviewed or none found justified. */
    public record ByUser(String user, String name, String affiliation, int broken, int toReview, int notJustified) {}

    /** One time. */
    @Schema(name = "BreakGlassLine")
    public record Line(
            Reference reference,
            int number,
            String user,
            String name,
            String role,
            String affiliation,
            BreakGlassReason reason,
            Instant brokenAt,
            Instant until,
            @Nullable Instant reviewedAt,
            @Nullable String reviewedBy,
            @Nullable Boolean justified) {}
}
