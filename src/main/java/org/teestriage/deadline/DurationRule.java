package org.teestriage.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

sealed interface DurationRule {

    Instant due(Instant start, BusinessClock hub);

    /** The clauses of the explanation between the start and the due time. Each clause begins with its punctuation. */
    String counting(Instant start, BusinessClock hub);

    /** Upper bound of the working days after the start that the calendar must know. */
    int workingDaysAtMost();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DurationRule of(Map.Entry<String, JsonNode> named) {
        JsonNode amount = named.getValue();
        return switch (named.getKey()) {
            case "clock-minutes" -> new ClockTime(positive(amount), ChronoUnit.MINUTES);
            case "clock-hours" -> new ClockTime(positive(amount), ChronoUnit.HOURS);
            case "staffed" ->
                new Staffed(
                        new ClockTime(positive(amount.required("clock-hours")), ChronoUnit.HOURS),
                        new HubMinutes(positive(amount.required("at-least-hub-minutes"))));
            case "hub-minutes" -> new HubMinutes(positive(amount));
            case "working-days" -> new WorkingDays(positive(amount));
            case "same-working-day" ->
                new SameWorkingDay(new HubMinutes(positive(amount.required("at-least-hub-minutes"))));
            default -> throw new IllegalArgumentException("Unknown kind of duration: " + named.getKey());
        };
    }

    private static int positive(JsonNode amount) {
        if (!amount.isInt() || amount.intValue() < 1) {
            throw new IllegalArgumentException("A duration is a whole number from 1, not " + amount);
        }
        return amount.intValue();
    }

    /** Elapsed time, day and night, independent of clock changes. */
    record ClockTime(int amount, ChronoUnit unit) implements DurationRule {

        @Override
        public Instant due(Instant start, BusinessClock hub) {
            return start.plus(amount, unit);
        }

        @Override
        public String counting(Instant start, BusinessClock hub) {
            return "; %s run day and night%s"
                    .formatted(this, DateWording.since(start).clockChange(start, due(start, hub)));
        }

        @Override
        public int workingDaysAtMost() {
            return 0;
        }

        @Override
        public String toString() {
            return "%d clock %s".formatted(amount, unit.toString().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Elapsed time, but never due at a closed hub: then when it opens, and after the minimum of hub minutes.
     *
     * @param least so that staff have some time after a night or a weekend
     */
    record Staffed(ClockTime elapsed, HubMinutes least) implements DurationRule {

        @Override
        public Instant due(Instant start, BusinessClock hub) {
            Instant opened = hub.nextOpening(elapsed.due(start, hub));
            Instant minimum = least.due(start, hub);
            return minimum.isAfter(opened) ? minimum : opened;
        }

        @Override
        public String counting(Instant start, BusinessClock hub) {
            Instant end = elapsed.due(start, hub);
            Instant due = due(start, hub);
            if (due.equals(end)) {
                return elapsed.counting(start, hub);
            }
            DateWording wording = DateWording.since(start);
            String then = due.equals(least.due(start, hub))
                    ? "at least %s count from %s".formatted(least, wording.moment(hub.nextOpening(start)))
                    : "the hub opens " + wording.moment(due);
            return "; %s end %s; %s%s"
                    .formatted(
                            elapsed,
                            wording.moment(end),
                            then,
                            wording.daysOff(BusinessClock.dateOf(start), BusinessClock.dateOf(due), hub.calendar()));
        }

        @Override
        public int workingDaysAtMost() {
            return (int) elapsed.unit()
                            .getDuration()
                            .multipliedBy(elapsed.amount())
                            .toDays()
                    + 1
                    + least.workingDaysAtMost();
        }
    }

    /** Minutes of the hub's opening hours. */
    record HubMinutes(int minutes) implements DurationRule {

        @Override
        public Instant due(Instant start, BusinessClock hub) {
            return hub.plusOpenTime(start, length());
        }

        @Override
        public String counting(Instant start, BusinessClock hub) {
            DateWording wording = DateWording.since(start);
            return hub.whyClosed(start)
                            .map(why -> ", %s; %s count from %s"
                                    .formatted(why, this, wording.moment(hub.nextOpening(start))))
                            .orElse("; %s count while the hub is open".formatted(this))
                    + wording.daysOff(
                            BusinessClock.dateOf(start), BusinessClock.dateOf(due(start, hub)), hub.calendar());
        }

        @Override
        public int workingDaysAtMost() {
            return (int) length().dividedBy(OpeningHours.Opening.SHORTEST) + 1;
        }

        Duration length() {
            return Duration.ofMinutes(minutes);
        }

        @Override
        public String toString() {
            return DateWording.counted(minutes, "hub minute");
        }
    }

    /** Due when the hub closes on the last working day. The day of the start, working or not, is day 0. */
    record WorkingDays(int days) implements DurationRule {

        @Override
        public Instant due(Instant start, BusinessClock hub) {
            return hub.plusWorkingDays(start, days);
        }

        @Override
        public String counting(Instant start, BusinessClock hub) {
            return hub.whyClosed(start).map(", "::concat).orElse("")
                    + counting(BusinessClock.dateOf(start), hub.calendar());
        }

        String counting(LocalDate start, WorkingCalendar calendar) {
            DateWording wording = new DateWording(start.getYear());
            return "; %s from %s%s"
                    .formatted(
                            DateWording.counted(days, "working day") + (days == 1 ? " counts" : " count"),
                            wording.day(calendar.nextWorkingDay(start)),
                            wording.daysOff(start, calendar.plusWorkingDays(start, days), calendar));
        }

        @Override
        public int workingDaysAtMost() {
            return days;
        }
    }

    /** Due when the hub closes today. If less than the minimum is left today, due after the minimum of hub minutes. */
    record SameWorkingDay(HubMinutes least) implements DurationRule {

        @Override
        public Instant due(Instant start, BusinessClock hub) {
            return fits(start, hub) ? hub.closeOn(BusinessClock.dateOf(start)) : least.due(start, hub);
        }

        @Override
        public String counting(Instant start, BusinessClock hub) {
            if (fits(start, hub)) {
                return hub.whyClosed(start).map(", "::concat).orElse("") + "; the same working day";
            }
            return (hub.isOpen(start) ? ", with less than %s left that day".formatted(least) : "")
                    + least.counting(start, hub);
        }

        @Override
        public int workingDaysAtMost() {
            return least.workingDaysAtMost();
        }

        private boolean fits(Instant start, BusinessClock hub) {
            return hub.openTimeLeft(start).compareTo(least.length()) >= 0;
        }
    }
}
