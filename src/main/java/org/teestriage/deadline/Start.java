package org.teestriage.deadline;

import java.time.Instant;
import java.util.Locale;

/** The moment a clock runs from. */
enum Start {
    RECEIVED,
    OPENED;

    Reckoning reckon(Measure measure, Circumstance circumstance, HubClock hub) {
        Instant start =
                switch (this) {
                    case RECEIVED -> circumstance.receivedAt();
                    case OPENED -> circumstance.openedAt();
                };
        Anew anew = circumstance.anew();
        return anew != null && anew.at().isAfter(start)
                ? reckon(measure, anew.event(), anew.at(), hub)
                : reckon(measure, name().toLowerCase(Locale.ROOT), start, hub);
    }

    private static Reckoning reckon(Measure measure, String event, Instant start, HubClock hub) {
        String words = event + " " + Wording.fullMoment(start) + measure.counting(start, hub);
        return new Reckoning(start, measure.due(start, hub), words);
    }
}
