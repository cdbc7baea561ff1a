package org.teestriage.casework.queue;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.WhileClosed;
import org.teestriage.concern.Priority;
import org.teestriage.concern.Reference;

/** Most urgent first. {@code next} is the cursor of the next page, absent on the last. */
public record QueuePage(List<Line> lines, @Nullable String next) {

    /**
     * An open step. {@code secondAskedBy} said that the report is not needed, which waits for a second person. {@code askedAt} is the time of the referrer's unanswered status enquiry. {@code notYours} is the
     * reason why the reader may not take the step. {@code whileClosed} is absent while the hub is open.
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
            @Nullable String secondAskedBy,
            @Nullable Instant askedAt,
            boolean covert,
            @Nullable Instant questionDue,
            @Nullable String notYours,
            @Nullable WhileClosed whileClosed) {}
}
