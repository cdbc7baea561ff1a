package org.teestriage.platform.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

public final class LondonTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.UK);

    private LondonTime() {}

    /** Formats as {@code Tue 22 Sept 2026 10:00}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String when(Instant at) {
        return WHEN.format(at.atZone(ZONE));
    }
}
