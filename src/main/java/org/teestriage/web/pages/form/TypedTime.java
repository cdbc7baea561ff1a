package org.teestriage.web.pages.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.Visible;

/**
 * Reads dates and times as people type them, such as {@code 27th}, {@code Sept}, {@code 9.30pm} and {@code 0930}. A
 * time in the hour that occurs twice when the clocks go back needs {@code BST} or {@code GMT}.
 */
final class TypedTime {

    static final String NO_DAY = "Write a real date, such as 27 3 2026";
    static final String NO_TIME = "Write a date and a time, such as 27 3 2026 and 09:30";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int NOON = 12;

    /** A shorter start of a month's name could be that of another month. */
    private static final int TELLING_LETTERS = 3;

    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern TIME = Pattern.compile(
            "(?<hour>[0-9]{1,2})(?:[:.]?(?<minute>[0-9]{2}))?(?:[:.](?<second>[0-9]{2}))?(?<half>am|pm)?(?<zone>bst|gmt)?");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private TypedTime() {}

    /** A moment, or the sentence that says why there is none. */
    record Read(@Nullable Instant moment, String sentence) {}

    static Optional<LocalDate> day(String day, String month, String year) {
        Matcher ordinal = DAY.matcher(plain(day));
        Optional<Integer> named = month(plain(month).replaceAll("[.,]$", ""));
        if (!ordinal.matches()
                || named.isEmpty()
                || !NUMBER.matcher(plain(year)).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(plain(year)), named.get(), Integer.parseInt(ordinal.group(1))))
                    .filter(read -> read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> month(String typed) {
        if (NUMBER.matcher(typed).matches()) {
            return Optional.of(Integer.valueOf(typed));
        }
        return typed.length() < TELLING_LETTERS
                ? Optional.empty()
                : Arrays.stream(Month.values())
                        .filter(month -> month.getDisplayName(TextStyle.FULL, Locale.UK)
                                .toLowerCase(Locale.UK)
                                .startsWith(typed))
                        .map(Month::getValue)
                        .findFirst();
    }

    /** The moment on this day in London. */
    static Read moment(LocalDate day, String typed) {
        Matcher matcher = TIME.matcher(plain(typed).replace("a.m.", "am").replace("p.m.", "pm"));
        Optional<LocalTime> time = matcher.matches() ? time(matcher) : Optional.empty();
        return time.map(found -> moment(day.atTime(found), matcher.group("zone")))
                .orElse(new Read(null, NO_TIME));
    }

    /** A single number such as {@code 9} is no time: it may be in the morning or in the evening. */
    private static Optional<LocalTime> time(Matcher typed) {
        String half = typed.group("half");
        int hour = Integer.parseInt(typed.group("hour"));
        if ((half == null && typed.group("minute") == null) || (half != null && (hour < 1 || hour > NOON))) {
            return Optional.empty();
        }
        if (half != null) {
            hour = hour % NOON + (half.equals("pm") ? NOON : 0);
        }
        try {
            return Optional.of(LocalTime.of(hour, number(typed.group("minute")), number(typed.group("second"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Read moment(LocalDateTime local, @Nullable String zone) {
        List<ZoneOffset> possible = Times.LONDON.getRules().getValidOffsets(local);
        String clock = CLOCK.format(local);
        if (possible.isEmpty()) {
            ZoneOffsetTransition gap = Times.LONDON.getRules().getTransition(local);
            return new Read(
                    null,
                    "There was no %s on that night: the clocks went forward from %s to %s. Check the time"
                            .formatted(
                                    clock,
                                    CLOCK.format(gap.getDateTimeBefore()),
                                    CLOCK.format(gap.getDateTimeAfter())));
        }
        if (zone == null && possible.size() > 1) {
            return new Read(
                    null,
                    ("The clocks went back on that night, so %1$s came twice. Write %1$s BST for the first, or %1$s GMT"
                                    + " for the second")
                            .formatted(clock));
        }
        return possible.stream()
                .filter(offset -> zone == null || zone.equals(zone(offset)))
                .map(offset -> new Read(local.toInstant(offset), ""))
                .findFirst()
                .orElse(new Read(
                        null,
                        "The clocks showed %s on that day. Write the time that they showed"
                                .formatted(zone(possible.get(0)).toUpperCase(Locale.ROOT))));
    }

    private static String zone(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "gmt" : "bst";
    }

    /** The time as {@link #moment} reads it, with its zone where the hour occurs twice. */
    static String written(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, Times.LONDON);
        boolean twice = Times.LONDON.getRules().getValidOffsets(local).size() > 1;
        String zone = zone(Times.LONDON.getRules().getOffset(moment)).toUpperCase(Locale.ROOT);
        return CLOCK.format(local) + (twice ? " " + zone : "");
    }

    private static String plain(String typed) {
        return Visible.withoutSpaces(typed).toLowerCase(Locale.UK);
    }
}
