package org.teestriage.deadline;

import java.time.Instant;

/**
 * Until when something has to be done, when to warn that it has not been, one sentence that says how that was counted, and
 * the rule it was counted by with its source.
 */
public record Deadline(Instant due, Instant warning, String explanation, String policy) {

    public Deadline {
        if (!warning.isBefore(due)) {
            throw new IllegalArgumentException(
                    "A warning at %s is too late for a deadline at %s".formatted(warning, due));
        }
    }
}
