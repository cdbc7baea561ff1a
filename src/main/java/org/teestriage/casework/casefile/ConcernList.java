package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;

/** Newest first. {@code next} is the cursor of the next page, absent on the last. */
public record ConcernList(List<Line> concerns, @Nullable String next) {

    /** {@code status} never says which step a concern is at. */
    @Schema(name = "ConcernLine")
    public record Line(
            Reference reference, Instant receivedAt, boolean open, ConcernStatus.Status status, List<String> hubs) {}
}
