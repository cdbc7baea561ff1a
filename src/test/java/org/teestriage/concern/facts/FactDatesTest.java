package org.teestriage.concern.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

/** The present is Tuesday 22 September 2026, 10:00 in London. */
class FactDatesTest {

    private static final Instant NOW = Instant.parse("2026-09-22T09:00:00Z");

    private static void assertViolation(@Nullable String violation, List<String> found) {
        assertThat(found).isEqualTo(violation == null ? List.of() : List.of(violation));
    }

    @ParameterizedTest
    @CsvSource({
        "dateOfBirth: 2026-09-22,",
        "dateOfBirth: 2026-09-23, 'dateOfBirth: is in the future: check the year, or give the due date of a child who is"
                + " not born yet'",
        "dateOfBirth: 2062-01-01, 'dateOfBirth: is in the future: check the year, or give the due date of a child who is"
                + " not born yet'",
        "dateOfBirth: 1906-09-22,",
        "dateOfBirth: 1906-09-21, 'dateOfBirth: is more than 120 years ago: check the year'",
        "dueDate: 2026-08-25,",
        "dueDate: 2026-08-24, 'dueDate: is more than four weeks ago: give the date of birth if the child is born, or check"
                + " the month and the year'",
        "dueDate: 2027-07-22,",
        "dueDate: 2027-07-23, 'dueDate: is more than ten months ahead: check the month and the year'",
        "dueDate: 2150-01-01, 'dueDate: is more than ten months ahead: check the month and the year'"
    })
    void aChildIsBornBeforeNowOrDueWithinTenMonths(String child, @Nullable String violation) {
        assertViolation(
                violation,
                ConstraintViolations.in(FactsYaml.as(Child.class, "{unknown: true, %s}".formatted(child)), NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "'firstContact: 2026-09-22, lastContact: 2026-09-22',",
        "'firstContact: 2026-09-21',",
        "'lastContact: 2026-09-22',",
        "'firstContact: 2026-09-23', 'firstContact: is in the future: give the day on which it happened, today at the"
                + " latest'",
        "'lastContact: 2027-01-01', 'lastContact: is in the future: give the day on which it happened, today at the"
                + " latest'",
        "'firstContact: 2026-09-20, lastContact: 2026-09-19', 'firstContact: is after the last contact: check both dates'"
    })
    void contactsAreInThePastAndInOrder(String identity, @Nullable String violation) {
        assertViolation(
                violation,
                ConstraintViolations.in(FactsYaml.as(OnlineIdentity.class, "{%s}".formatted(identity)), NOW));
    }

    @Test
    void aStatementIsFromTodayOrEarlier() {
        String statement = "{kind: FACT, text: Seen., on: %s}";
        assertThat(ConstraintViolations.in(FactsYaml.as(Statement.class, statement.formatted("2026-09-22")), NOW))
                .isEmpty();
        assertThat(ConstraintViolations.in(FactsYaml.as(Statement.class, statement.formatted("2026-09-23")), NOW))
                .containsExactly("on: is in the future: give the day on which it happened, today at the latest");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-22T22:58:59Z, false",
        // 00:00 in London within a minute
        "2026-09-22T22:59:00Z, true",
        "2026-09-22T23:00:00Z, true"
    })
    void todayIsThatOfLondonWithAMinuteOfTolerance(Instant now, boolean valid) {
        Statement tomorrow = FactsYaml.as(Statement.class, "{kind: FACT, text: Seen., on: 2026-09-23}");
        assertThat(ConstraintViolations.in(tomorrow, now).isEmpty()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-22T23:00:59Z, true", "2026-09-22T23:00:59.999Z, true", "2026-09-22T23:01:00Z, false"})
    void aDueDateOfFourWeeksAgoIsAcceptedUntilTheDayEnds(Instant now, boolean valid) {
        Child due = FactsYaml.as(Child.class, "{unknown: true, dueDate: 2026-08-25}");
        assertThat(ConstraintViolations.in(due, now).isEmpty()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-22T09:01:00Z, true", "2026-09-22T09:01:01Z, false", "2031-01-01T00:00:00Z, false"})
    void aCallIsAtMostAMinuteAhead(String at, boolean valid) {
        String later = "is in the future: call first, then record when it was";
        assertViolation(
                valid ? null : "at: " + later,
                ConstraintViolations.in(
                        FactsYaml.as(PoliceContact.class, "{rung: RANG_999, at: '%s'}".formatted(at)), NOW));
        assertViolation(
                valid ? null : "at: " + later,
                ConstraintViolations.in(
                        FactsYaml.as(TelephoneCall.class, "{takenBy: Sam, at: '%s'}".formatted(at)), NOW));
        assertViolation(
                valid ? null : "rungAt: " + later,
                ConstraintViolations.in(
                        FactsYaml.as(
                                PhoneCall.class,
                                "{to: HUB, rungBy: Sam, rungAt: '%s', agreed: They come.}".formatted(at)),
                        NOW));
    }

    @Test
    void everyDateOfTheFactsIsCheckedWhereItStands() {
        assertThat(ConstraintViolations.in(FactsYaml.facts("""
                                policeContact: {rung: RANG_999, at: '2031-01-01T00:00:00Z'}
                                children: [{unknown: true}, {unknown: true, dateOfBirth: 2062-01-01}]
                                suspects: [{identities: [{handle: a}, {handle: b, lastContact: 2062-01-01}]}]
                                account: [{kind: FACT, text: Seen., on: 2062-01-01}]
                                """), NOW))
                .extracting(found -> found.replaceAll(":.*", ""))
                .containsExactly(
                        "account[0].on",
                        "children[1].dateOfBirth",
                        "policeContact.at",
                        "suspects[0].identities[1].lastContact");
    }
}
