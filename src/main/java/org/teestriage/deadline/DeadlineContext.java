package org.teestriage.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Priority;

/**
 * What a deadline depends on. {@code receivedAt} is when the concern reached us, never moves and says which rules hold;
 * {@code openedAt} is when this step began to wait; {@code anew}, where there is one, is the moment to count from instead.
 */
public record DeadlineContext(
        Priority priority,
        boolean dangerSeen,
        Instant receivedAt,
        Instant openedAt,
        OpeningHours hours,
        @Nullable Restart anew) {

    public DeadlineContext(
            Priority priority, boolean dangerSeen, Instant receivedAt, Instant openedAt, OpeningHours hours) {
        this(priority, dangerSeen, receivedAt, openedAt, hours, null);
    }
}
