package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.time.Instant;

/** The share of the time between start and due, nights and weekends included, after which a deadline warns. */
record WarningShare(double share) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    WarningShare {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("A warning comes between the start and the deadline, not at " + share);
        }
    }

    Instant between(Instant start, Instant due) {
        return start.plusNanos((long) (Duration.between(start, due).toNanos() * share));
    }
}
