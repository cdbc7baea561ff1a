package org.teestriage.deadline;

import java.time.Instant;

/**
 * A moment from which deadlines count again, if it is later than their own start.
 *
 * @param event the event in the words that begin an explanation: {@code danger raised}
 */
public record Restart(Instant at, String event) {}
