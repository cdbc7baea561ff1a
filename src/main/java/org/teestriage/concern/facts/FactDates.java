package org.teestriage.concern.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SelfValidating.Flaw;

/**
 * Dates and moments of new facts against the present and against each other. "Today" is the day in London. Stored facts
 * are not validated again.
 */
public final class FactDates {

    /** Accepted difference between two clocks. */
    public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final int LONGEST_LIFE_YEARS = 120;
    private static final int PREGNANCY_MONTHS = 10;

    /** A birth may be late. House rule, to be confirmed. */
    private static final int LATE_WEEKS = 4;

    private FactDates() {}

    /** Whether the moment is in the future, with {@link #CLOCKS_DIFFER} as tolerance. */
    public static boolean isInFuture(@Nullable Instant at, Instant now) {
        return at != null && at.isAfter(now.plus(CLOCKS_DIFFER));
    }

    /** Whether the day is in the future, with {@link #CLOCKS_DIFFER} as tolerance around midnight in London. */
    public static boolean isInFuture(@Nullable LocalDate day, Instant now) {
        return day != null && day.isAfter(london(now.plus(CLOCKS_DIFFER)));
    }

    static Stream<Flaw> born(@Nullable LocalDate on, Instant now) {
        boolean longAgo =
                on != null && on.isBefore(london(now.minus(CLOCKS_DIFFER)).minusYears(LONGEST_LIFE_YEARS));
        return Stream.concat(
                SelfValidating.flawIf(
                        isInFuture(on, now),
                        "dateOfBirth",
                        "is in the future: check the year, or give the due date of a child who is not born yet"),
                SelfValidating.flawIf(longAgo, "dateOfBirth", "is more than 120 years ago: check the year"));
    }

    static Stream<Flaw> due(@Nullable LocalDate on, Instant now) {
        boolean over =
                on != null && on.isBefore(london(now.minus(CLOCKS_DIFFER)).minusWeeks(LATE_WEEKS));
        boolean tooFar =
                on != null && on.isAfter(london(now.plus(CLOCKS_DIFFER)).plusMonths(PREGNANCY_MONTHS));
        return Stream.concat(
                SelfValidating.flawIf(
                        over,
                        "dueDate",
                        "is more than four weeks ago: give the date of birth if the child is born, or check the month"
                                + " and the year"),
                SelfValidating.flawIf(
                        tooFar, "dueDate", "is more than ten months ahead: check the month and the year"));
    }

    static Stream<Flaw> contacts(@Nullable LocalDate first, @Nullable LocalDate last, Instant now) {
        return Stream.of(
                        happened(first, now, "firstContact"),
                        happened(last, now, "lastContact"),
                        SelfValidating.flawIf(
                                first != null && last != null && first.isAfter(last),
                                "firstContact",
                                "is after the last contact: check both dates"))
                .flatMap(flaw -> flaw);
    }

    public static Stream<Flaw> happened(@Nullable LocalDate day, Instant now, String field) {
        return SelfValidating.flawIf(
                isInFuture(day, now),
                field,
                "is in the future: give the day on which it happened, today at the latest");
    }

    static Stream<Flaw> rung(@Nullable Instant at, Instant now, String field) {
        return SelfValidating.flawIf(
                isInFuture(at, now), field, "is in the future: call first, then record when it was");
    }

    private static LocalDate london(Instant at) {
        return LocalDate.ofInstant(at, LondonTime.ZONE);
    }
}
