package org.teestriage.deadline;

import java.time.Instant;
import java.util.Locale;

enum StartPoint {
    RECEIVED,
    OPENED;

    DeadlineCalculation reckon(DurationRule measure, DeadlineContext circumstance, BusinessClock hub) {
        Instant start =
                switch (this) {
                    case RECEIVED -> circumstance.receivedAt();
                    case OPENED -> circumstance.openedAt();
                };
        Restart anew = circumstance.anew();
        return anew != null && anew.at().isAfter(start)
                ? reckon(measure, anew.event(), anew.at(), hub)
                : reckon(measure, name().toLowerCase(Locale.ROOT), start, hub);
    }

    private static DeadlineCalculation reckon(DurationRule measure, String event, Instant start, BusinessClock hub) {
        String words = event + " " + DateWording.fullMoment(start) + measure.counting(start, hub);
        return new DeadlineCalculation(start, measure.due(start, hub), words);
    }
}
