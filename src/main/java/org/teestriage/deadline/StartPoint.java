package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

enum StartPoint {
    RECEIVED,
    OPENED,
    /** When the employer of a person at work with children learnt of it; if that is not told, as {@link #OPENED}. */
    @JsonProperty("employer-knew")
    EMPLOYER_KNEW;

    /** The working calendar does not reach back to every allegation. */
    private static final Duration LOOKED_BACK = Duration.ofDays(365);

    DeadlineCalculation reckon(DurationRule measure, DeadlineContext circumstance, BusinessClock hub) {
        Instant opened = circumstance.openedAt();
        Instant knew = circumstance.employerKnewAt();
        if (this == EMPLOYER_KNEW && knew != null && knew.isBefore(opened)) {
            Instant earliest = opened.minus(LOOKED_BACK);
            return knew.isBefore(earliest)
                    ? reckon(measure, "employer knew for more than a year; counted from", earliest, hub)
                    : reckon(measure, "employer knew", knew, hub);
        }
        Instant start = this == RECEIVED ? circumstance.receivedAt() : opened;
        Restart anew = circumstance.anew();
        return anew != null && anew.at().isAfter(start)
                ? reckon(measure, anew.event(), anew.at(), hub)
                : reckon(measure, (this == RECEIVED ? this : OPENED).name().toLowerCase(Locale.ROOT), start, hub);
    }

    private static DeadlineCalculation reckon(DurationRule measure, String event, Instant start, BusinessClock hub) {
        String words = event + " " + DateWording.fullMoment(start) + measure.counting(start, hub);
        return new DeadlineCalculation(start, measure.due(start, hub), words);
    }
}
