package org.teestriage.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.teestriage.platform.text.LondonTime;

public final class BusinessClock {

    public static final ZoneId ZONE = LondonTime.ZONE;

    private final WorkingCalendar calendar;
    private final OpeningHours hours;

    public BusinessClock(WorkingCalendar calendar, OpeningHours hours) {
        this.calendar = calendar;
        this.hours = hours;
    }

    public boolean isOpen(Instant at) {
        return nextOpening(at).equals(at);
    }

    /** The instant itself while the hub is open, otherwise the next opening. */
    public Instant nextOpening(Instant at) {
        LocalDate day = dateOf(at);
        if (calendar.isWorkingDay(day) && at.isBefore(closeOn(day))) {
            Instant opens = openOn(day);
            return at.isBefore(opens) ? opens : at;
        }
        return openOn(calendar.nextWorkingDay(day));
    }

    /** Counts opening hours of working days only. Time that ends at closing is due then, not at the next opening. */
    public Instant plusOpenTime(Instant start, Duration length) {
        Instant from = nextOpening(start);
        Duration left = length;
        for (Duration today = openTimeLeft(from); today.compareTo(left) < 0; today = openTimeLeft(from)) {
            left = left.minus(today);
            from = nextOpening(closeOn(dateOf(from)));
        }
        return from.plus(left);
    }

    public Instant openOn(LocalDate workingDay) {
        return moment(workingDay, opening(workingDay).opens());
    }

    public Instant closeOn(LocalDate workingDay) {
        return moment(workingDay, opening(workingDay).closes());
    }

    /** Opening time that is left until the end of the London day. */
    Duration openTimeLeft(Instant at) {
        Instant from = nextOpening(at);
        return dateOf(from).equals(dateOf(at)) ? Duration.between(from, closeOn(dateOf(from))) : Duration.ZERO;
    }

    Optional<String> whyClosed(Instant at) {
        if (isOpen(at)) {
            return Optional.empty();
        }
        LocalDate day = dateOf(at);
        return calendar.bankHoliday(day)
                .map("on a bank holiday (%s)"::formatted)
                .or(() -> Optional.of(WorkingCalendar.isWeekend(day) ? "at the weekend" : beforeOrAfter(at)));
    }

    private String beforeOrAfter(Instant at) {
        return at.isBefore(openOn(dateOf(at))) ? "before the hub opened" : "after the hub closed";
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    /** When the hub closes on the last of so many working days. The day of the start, working or not, is day 0. */
    public Instant plusWorkingDays(Instant start, int days) {
        return closeOn(calendar.plusWorkingDays(dateOf(start), days));
    }

    public static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private OpeningHours.Opening opening(LocalDate day) {
        if (!calendar.isWorkingDay(day)) {
            throw new IllegalArgumentException("The hub does not open on " + DateWording.fullDay(day));
        }
        return hours.on(day.getDayOfWeek());
    }

    private static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
