package org.teestriage.pages;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages say moments and codes: London time in British order, and words instead of codes. */
@TemplateExtension
final class Times {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private Times() {}

    static String when(Instant at) {
        return WHEN.format(at);
    }

    static String words(Enum<?> code) {
        String text = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
