package org.teestriage.letter.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Statement;
import org.teestriage.deadline.BusinessClock;

final class Spoken {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMMM uuuu, HH:mm", Locale.UK);

    private static final Set<String> ABBREVIATED = Set.of("LADO", "VEMT");

    private Spoken() {}

    static String joined(@Nullable Object... values) {
        return Stream.of(values)
                .filter(value -> value != null && !value.toString().isBlank())
                .map(value -> said(Objects.requireNonNull(value)))
                .collect(Collectors.joining(", "));
    }

    static String words(Stream<? extends Enum<?>> codes) {
        return codes.map(Spoken::word).collect(Collectors.joining(", "));
    }

    static String said(Object value) {
        if (value instanceof Instant moment) {
            return MOMENT.format(moment.atZone(BusinessClock.ZONE));
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        return value instanceof Enum<?> code ? word(code) : value.toString();
    }

    static String word(Enum<?> code) {
        return spoken(code.name());
    }

    /** The code in words, as a heading. */
    static String sentence(Enum<?> code) {
        String words = word(code);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Converts a code to lower-case words; abbreviations keep their capitals. */
    static String spoken(String code) {
        return ABBREVIATED.contains(code)
                ? code
                : code.toLowerCase(Locale.ROOT).replace('_', ' ').replace("ai made", "AI-made");
    }

    static String whose(Statement.Kind kind) {
        return switch (kind) {
            case CHILDS_WORDS -> "In the child's own words";
            case FACT -> "Seen or known";
            case OPINION -> "A professional opinion";
            case HEARSAY -> "Told by another person";
        };
    }

    static @Nullable String held(@Nullable String by) {
        return by == null || by.isBlank() ? null : "held by " + by;
    }
}
