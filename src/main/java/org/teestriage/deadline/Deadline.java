package org.teestriage.deadline;

import java.time.Instant;

public record Deadline(Instant due, Instant warning, String explanation, String policy) {

    public Deadline {
        if (!warning.isBefore(due)) {
            throw new IllegalArgumentException(
                    "A warning at %s is too late for a deadline at %s".formatted(warning, due));
        }
    }
}
