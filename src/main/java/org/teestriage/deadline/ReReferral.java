package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

record ReReferral(
        @JsonProperty(required = true) LocalDate from,
        @JsonProperty(required = true) int withinMonths,
        @JsonProperty(required = true) String source,
        @JsonProperty(required = true) LocalDate lastVerified)
        implements EffectiveDated {

    boolean holds(LocalDate decided, LocalDate received) {
        return !received.isBefore(decided) && received.isBefore(decided.plusMonths(withinMonths));
    }
}
