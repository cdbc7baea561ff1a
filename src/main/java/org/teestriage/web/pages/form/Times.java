package org.teestriage.web.pages.form;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.teestriage.platform.text.LondonTime;

@TemplateExtension
public final class Times {

    static final ZoneId LONDON = LondonTime.ZONE;

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK).withZone(LONDON);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);

    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern(
                    "EEE d MMM uuuu, HH:mm:ss zzz", Locale.UK)
            .withZone(LONDON);

    private Times() {}

    public static String when(Instant at) {
        return WHEN.format(at);
    }

    /** With seconds and time zone, for comparing clocks. */
    static String exactly(Instant at) {
        return ZONED.format(at);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String words(Enum<?> code) {
        return Labels.of(code);
    }
}
