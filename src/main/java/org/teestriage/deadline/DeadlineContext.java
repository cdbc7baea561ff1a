package org.teestriage.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Priority;

/**
 * Inputs of a deadline. {@code receivedAt} is when the service received the concern; it never changes and selects the
 * rules in force. {@code openedAt} is when the step opened. {@code anew}, if set, is a later start to count from.
 * {@code employerKnewAt} is set for a referral to the LADO where the facts say it.
 */
public record DeadlineContext(
        Priority priority,
        boolean dangerSeen,
        Instant receivedAt,
        Instant openedAt,
        OpeningHours hours,
        @Nullable Restart anew,
        @Nullable Instant employerKnewAt) {

    public DeadlineContext(
            Priority priority,
            boolean dangerSeen,
            Instant receivedAt,
            Instant openedAt,
            OpeningHours hours,
            @Nullable Restart anew) {
        this(priority, dangerSeen, receivedAt, openedAt, hours, anew, null);
    }

    public DeadlineContext(
            Priority priority, boolean dangerSeen, Instant receivedAt, Instant openedAt, OpeningHours hours) {
        this(priority, dangerSeen, receivedAt, openedAt, hours, null);
    }
}
