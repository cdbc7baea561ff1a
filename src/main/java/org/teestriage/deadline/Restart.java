package org.teestriage.deadline;

import java.time.Instant;

/**
 * A moment from which deadlines count once more, where it is later than their own start.
 *
 * @param event what happened then, as a sentence begins with it: {@code danger raised}
 */
public record Restart(Instant at, String event) {}
