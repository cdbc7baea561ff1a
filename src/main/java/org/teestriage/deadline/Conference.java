package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/** The rule for the initial child protection conference, counted from the day of the strategy discussion that began it. */
record Conference(
        @JsonProperty(required = true) LocalDate from,
        @JsonProperty(required = true) int workingDays,
        @JsonProperty(required = true) WarnAt warnAt,
        @JsonProperty(required = true) String source,
        @JsonProperty(required = true) LocalDate lastVerified)
        implements Dated {

    Deadline after(LocalDate strategyDiscussion, HubClock office) {
        Instant start = strategyDiscussion.atStartOfDay(HubClock.ZONE).toInstant();
        Measure.WorkingDays within = new Measure.WorkingDays(workingDays);
        String words = "strategy discussion " + Wording.fullDay(strategyDiscussion)
                + within.counting(strategyDiscussion, office.calendar());
        return new Reckoning(start, within.due(start, office), words)
                .warnedAt(warnAt, Clocks.INITIAL_CONFERENCE + ", " + provenance());
    }
}
