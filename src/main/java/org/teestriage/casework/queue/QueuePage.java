package org.teestriage.casework.queue;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Priority;
import org.teestriage.concern.Reference;

/** One page of a hub's queue, most urgent first; {@code next} asks for the page after it and is absent on the last. */
public record QueuePage(List<Line> lines, @Nullable String next) {

    /**
     * One step that waits; {@code askedAt} says since when its referrer waits to hear that anyone has seen the concern,
     * and {@code notYours} why the reader may not take the step.
     */
    @Schema(name = "QueueLine")
    public record Line(
            Reference reference,
            String step,
            String item,
            String title,
            String hub,
            Priority priority,
            Instant openedAt,
            Instant due,
            String howDue,
            boolean dueSoon,
            boolean overdue,
            @Nullable String claimedBy,
            @Nullable Instant askedAt,
            @Nullable String notYours) {}
}
