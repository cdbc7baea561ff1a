package org.teestriage.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats days and times: British order, 24 hours, London time. Leaves out the year if it is {@code yearSaid}. */
record DateWording(int yearSaid) {

    // Locale.UK is unsuitable: since Java 16, it shortens September to "Sept" and no other month to four letters.
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME_TOLD_APART = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

    static DateWording since(Instant start) {
        return new DateWording(BusinessClock.dateOf(start).getYear());
    }

    String day(LocalDate day) {
        return (day.getYear() == yearSaid ? DAY : FULL_DAY).format(day);
    }

    String moment(Instant at) {
        return day(BusinessClock.dateOf(at)) + " " + time(at);
    }

    /** A clause for each weekend and bank holiday strictly between two days; empty if there are none. */
    String daysOff(LocalDate after, LocalDate before, WorkingCalendar calendar) {
        return after.datesUntil(before)
                .skip(1)
                .filter(day -> !calendar.isWorkingDay(day))
                .map(day -> calendar.bankHoliday(day)
                        .map(title -> "; %s is a bank holiday (%s)".formatted(day(day), title))
                        .orElseGet(() -> weekend(day)))
                .distinct()
                .collect(Collectors.joining());
    }

    /** A clause on a clock change, which shifts the time of day of a deadline in hours; empty if there is none. */
    String clockChange(Instant start, Instant end) {
        ZoneOffsetTransition change = BusinessClock.ZONE.getRules().nextTransition(start);
        if (change == null || change.getInstant().isAfter(end)) {
            return "";
        }
        return "; the clocks go %s on %s"
                .formatted(change.isGap() ? "forward" : "back", day(BusinessClock.dateOf(change.getInstant())));
    }

    static String fullDay(LocalDate day) {
        return FULL_DAY.format(day);
    }

    static String fullMoment(Instant at) {
        return fullDay(BusinessClock.dateOf(at)) + " " + time(at);
    }

    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private String weekend(LocalDate day) {
        LocalDate saturday = day.minusDays(day.getDayOfWeek().getValue() - 6L);
        return "; %s and %s are a weekend".formatted(day(saturday), day(saturday.plusDays(1)));
    }

    private static String time(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, BusinessClock.ZONE);
        boolean twice = BusinessClock.ZONE.getRules().getValidOffsets(local).size() > 1;
        return (twice ? TIME_TOLD_APART : TIME).format(ZonedDateTime.ofInstant(at, BusinessClock.ZONE));
    }
}
