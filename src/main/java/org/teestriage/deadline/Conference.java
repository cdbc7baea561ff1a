package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record Conference(
        @JsonProperty(required = true) LocalDate from,
        @JsonProperty(required = true) int workingDays,
        @JsonProperty(required = true) WarningShare warnAt,
        @JsonProperty(required = true) String source,
        @Nullable Confirmed confirmed)
        implements EffectiveDated {

    Deadline after(LocalDate strategyDiscussion, BusinessClock office) {
        Instant start = strategyDiscussion.atStartOfDay(BusinessClock.ZONE).toInstant();
        DurationRule.WorkingDays within = new DurationRule.WorkingDays(workingDays);
        String words = "strategy discussion " + DateWording.fullDay(strategyDiscussion)
                + within.counting(strategyDiscussion, office.calendar());
        return new DeadlineCalculation(start, within.due(start, office), words)
                .warnedAt(warnAt, DeadlineRules.INITIAL_CONFERENCE + ", " + provenance());
    }
}
