package org.teestriage.clock;

import java.time.Instant;
import org.teestriage.concern.Priority;

/**
 * What a deadline depends on. {@code receivedAt} is when the concern reached us and never moves; {@code openedAt} is when
 * this step began to wait.
 */
public record Circumstance(
        Priority priority, boolean dangerSeen, Instant receivedAt, Instant openedAt, OpeningHours hours) {}
