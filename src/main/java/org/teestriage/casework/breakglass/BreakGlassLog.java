package org.teestriage.casework.breakglass;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.BreakGlassReason;
import org.teestriage.concern.Reference;

/** Newest first. {@code users} counts only the grants of this page. */
public record BreakGlassLog(
        List<ByUser> users, List<Line> lines, @Nullable Long next) {

    /** Counts of one user's grants; {@code toReview} and {@code notJustified} are subsets of {@code broken}. */
    public record ByUser(String user, String name, String affiliation, int broken, int toReview, int notJustified) {}

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
