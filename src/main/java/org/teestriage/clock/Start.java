package org.teestriage.clock;

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
        String words = name().toLowerCase(Locale.ROOT) + " " + Wording.fullMoment(start) + measure.counting(start, hub);
        return new Reckoning(start, measure.due(start, hub), words);
    }
}
