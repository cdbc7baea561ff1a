package org.teestriage.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teestriage.deadline.Middlesbrough.CALENDAR;
import static org.teestriage.deadline.Middlesbrough.CLOCKS;
import static org.teestriage.deadline.Middlesbrough.HOURS;
import static org.teestriage.deadline.Middlesbrough.at;
import static org.teestriage.deadline.Middlesbrough.london;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.concern.Priority;
import org.teestriage.decision.Step;

class DeadlineRulesTest {

    @Test
    void exactlyTheStepsOfThePathHaveDeadlineRules() {
        assertThat(CLOCKS.steps())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Step.values()).map(Step::id).toList());
    }

    /** No person asks a partner at night. */
    @ParameterizedTest
    @CsvSource({
        "AMBER, 2026-12-03T10:00, 2026-12-03T16:00",
        "AMBER, 2026-12-03T16:00, 2026-12-04T13:30",
        "RED,   2026-12-03T16:00, 2026-12-04T09:30",
        "GREEN, 2026-12-03T08:30, 2026-12-07T16:00"
    })
    void aPartnerCheckHasItsTimeByPriority(Priority priority, String start, String due) {
        assertThat(CLOCKS.partnerCheck(at(priority, start)).due()).isEqualTo(london(due));
    }

    @ParameterizedTest
    @CsvSource({
        // Thursday morning, an hour and a half after the hub opened
        "written-concern,      AMBER, 2026-09-24T10:00, 2026-09-25T10:00",
        "immediate-risk-check, AMBER, 2026-09-24T10:00, 2026-09-24T11:00",
        "immediate-risk-check, RED,   2026-09-24T10:00, 2026-09-24T10:15",
        "emergency-call,       GREEN, 2026-09-24T10:00, 2026-09-24T10:05",
        "hand-over,            AMBER, 2026-09-24T10:00, 2026-09-24T11:00",
        "authority-decision,   AMBER, 2026-09-24T10:00, 2026-09-24T11:00",
        "authority-decision,   RED,   2026-09-24T10:00, 2026-09-24T10:30",
        "hub-acceptance,       AMBER, 2026-09-24T10:00, 2026-09-24T12:00",
        "hub-acceptance,       RED,   2026-09-24T10:00, 2026-09-24T11:00",
        "information-review,   AMBER, 2026-09-24T10:00, 2026-09-24T14:00",
        "information-review,   RED,   2026-09-24T10:00, 2026-09-24T11:00",
        "threshold-decision,   AMBER, 2026-09-24T10:00, 2026-09-25T16:30",
        "threshold-decision,   RED,   2026-09-24T10:00, 2026-09-25T10:00",
        "second-reading,       GREEN, 2026-09-24T10:00, 2026-09-24T14:00",
        "second-reading,       RED,   2026-09-24T16:00, 2026-09-24T20:00",
        "social-care-referral, RED,   2026-09-24T10:00, 2026-09-25T16:30",
        // of a concern since 28 November 2026: in writing before the strategy discussion is due
        "social-care-referral, RED,   2026-12-03T10:00, 2026-12-03T17:00",
        "strategy-discussion,  RED,   2026-12-03T10:00, 2026-12-03T17:00",
        "social-care-referral, AMBER, 2026-12-03T10:00, 2026-12-04T16:30",
        // and of one since 29 November 2026 no earlier than a closed hub has been open
        "social-care-referral, RED,   2026-12-04T15:45, 2026-12-07T08:45",
        "strategy-discussion,  AMBER, 2026-09-24T10:00, 2026-09-25T16:30",
        "strategy-discussion,  RED,   2026-09-24T10:00, 2026-09-24T17:00",
        "police-report,        AMBER, 2026-09-24T10:00, 2026-09-24T17:00",
        "police-report,        RED,   2026-09-24T10:00, 2026-09-24T12:00",
        "ceop-decision,        AMBER, 2026-09-24T10:00, 2026-09-24T17:00",
        "platform-decision,    AMBER, 2026-09-24T10:00, 2026-09-24T17:00",
        "lado-referral,        AMBER, 2026-09-24T10:00, 2026-09-25T16:30",
        "referrer-feedback,    AMBER, 2026-09-24T10:00, 2026-09-25T16:30",
        "close,                AMBER, 2026-09-24T10:00, 2026-10-01T17:00",
        // Friday at 16:30 the hub has just closed for the weekend
        "immediate-risk-check, AMBER, 2026-09-25T16:30, 2026-09-28T09:30",
        "threshold-decision,   GREEN, 2026-09-25T16:30, 2026-09-28T17:00",
        "police-report,        AMBER, 2026-09-25T15:30, 2026-09-25T16:30",
        "police-report,        AMBER, 2026-09-25T15:31, 2026-09-28T08:31",
        "police-report,        AMBER, 2026-09-25T16:30, 2026-09-28T09:30",
        // Sunday, and the two ends of one night
        "threshold-decision,   AMBER, 2026-09-27T12:00, 2026-09-28T17:00",
        "threshold-decision,   AMBER, 2026-09-27T23:59, 2026-09-28T17:00",
        "threshold-decision,   AMBER, 2026-09-28T00:00, 2026-09-29T17:00",
        "police-report,        AMBER, 2026-09-27T23:59, 2026-09-28T09:30",
        "police-report,        AMBER, 2026-09-28T00:00, 2026-09-28T17:00",
        // Christmas and its substitute days
        "threshold-decision,   AMBER, 2026-12-24T10:00, 2026-12-29T17:00",
        "threshold-decision,   AMBER, 2026-12-26T10:00, 2026-12-29T17:00",
        "threshold-decision,   AMBER, 2027-12-24T10:00, 2027-12-29T17:00",
        "immediate-risk-check, AMBER, 2026-12-24T16:30, 2026-12-29T09:00",
        // a leap day
        "threshold-decision,   AMBER, 2028-02-28T10:00, 2028-02-29T17:00",
        "threshold-decision,   AMBER, 2028-02-29T10:00, 2028-03-01T17:00",
        "written-concern,      AMBER, 2028-02-28T10:00, 2028-02-29T10:00",
    })
    void aStepIsDueByItsOwnRule(String step, Priority priority, String opened, String due) {
        assertThat(CLOCKS.deadline(step, at(priority, opened)).due()).isEqualTo(london(due));
    }

    @Test
    void aFridayEveningReceiptIsDueAtTheCloseOfTheNextWorkingDay() {
        assertThat(dueOf("threshold-decision", Priority.AMBER, "2026-09-25T17:40"))
                .isEqualTo(london("2026-09-28T17:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "immediate-risk-check, 2026-09-27T02:15",
        "authority-decision,   2026-09-27T02:30",
        "hub-acceptance,       2026-09-27T03:00",
        "information-review,   2026-09-27T03:00",
        "police-report,        2026-09-27T04:00",
        "second-reading,       2026-09-27T06:00",
        "threshold-decision,   2026-09-28T02:00",
    })
    void redDeadlinesRunThroughNightsAndWeekends(String step, String due) {
        assertThat(dueOf(step, Priority.RED, "2026-09-27T02:00")).isEqualTo(london(due));
    }

    @Test
    void dangerShortensTheRiskCheckWhateverThePriority() {
        Instant night = london("2026-09-27T02:00");
        for (Priority priority : Priority.values()) {
            assertThat(CLOCKS.deadline("immediate-risk-check", new DeadlineContext(priority, true, night, night, HOURS))
                            .due())
                    .isEqualTo(london("2026-09-27T02:15"));
        }
    }

    @Test
    void aRedThresholdDecisionIsDueByTheEndOfTheNextWorkingDay() {
        assertThat(dueOf("threshold-decision", Priority.RED, "2026-09-28T18:00"))
                .isEqualTo(london("2026-09-29T17:00"));
    }

    @Test
    void aRedPoliceReportIsDueNoLaterThanOneOfAnotherPriority() {
        assertThat(dueOf("police-report", Priority.RED, "2026-09-28T15:30")).isEqualTo(london("2026-09-28T17:00"));
        assertThat(dueOf("police-report", Priority.RED, "2026-09-28T16:30")).isEqualTo(london("2026-09-28T18:30"));
    }

    @Test
    void theThresholdDeadlineStartsAtReceiptEvenIfTheStepOpensLater() {
        assertThat(CLOCKS.deadline(
                                "threshold-decision",
                                new DeadlineContext(
                                        Priority.AMBER,
                                        false,
                                        london("2026-09-21T10:00"),
                                        london("2026-09-24T10:00"),
                                        HOURS))
                        .due())
                .isEqualTo(london("2026-09-22T17:00"));
    }

    @Test
    void aRestartedDeadlineStartsAtItsRestartAndExplainsIt() {
        Deadline check = restarted("immediate-risk-check", "2026-09-22T01:32", "danger raised");
        assertThat(check.due()).isEqualTo(london("2026-09-22T01:47"));
        assertThat(check.explanation()).startsWith("Danger raised Tue 22 Sep 2026 01:32; 15 clock minutes");
        Deadline decision = restarted("threshold-decision", "2026-09-24T10:00", "returned");
        assertThat(decision.due()).isEqualTo(london("2026-09-25T10:00"));
        assertThat(decision.explanation()).startsWith("Returned Thu 24 Sep 2026 10:00; 24 clock hours");
    }

    @Test
    void aRestartBeforeTheStartOfTheStepHasNoEffect() {
        assertThat(restarted("immediate-risk-check", "2026-09-20T01:32", "opened again")
                        .explanation())
                .startsWith("Opened Mon 21 Sep 2026 10:00;");
    }

    /** Deadline of a step that opened on Monday at 10:00 and was restarted by this event. */
    private static Deadline restarted(String step, String at, String event) {
        Instant monday = london("2026-09-21T10:00");
        return CLOCKS.deadline(
                step, new DeadlineContext(Priority.RED, true, monday, monday, HOURS, new Restart(london(at), event)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-21T10:00, 2026-09-24T10:00, 2026-09-24T11:00",
        "2026-09-21T10:00, 2026-09-22T16:00, 2026-09-22T17:00",
        "2026-09-21T10:00, 2026-09-22T16:01, 2026-09-23T08:31",
        "2026-09-21T10:00, 2026-09-21T11:00, 2026-09-22T17:00",
    })
    void feedbackIsDueAtLeastOneHubHourAfterItsStepOpens(String received, String opened, String due) {
        Deadline deadline = CLOCKS.deadline(
                "referrer-feedback",
                new DeadlineContext(Priority.GREEN, false, london(received), london(opened), HOURS));
        assertThat(deadline.due()).isEqualTo(london(due));
    }

    @Test
    void clockHoursAreElapsedHoursWhenTheClocksGoForward() {
        assertThat(dueOf("written-concern", Priority.AMBER, "2026-03-28T12:00")).isEqualTo(london("2026-03-29T13:00"));
        assertThat(dueOf("emergency-call", Priority.RED, "2026-03-29T00:58")).isEqualTo(london("2026-03-29T02:03"));
    }

    @Test
    void clockHoursAreElapsedHoursWhenTheClocksGoBack() {
        assertThat(dueOf("written-concern", Priority.AMBER, "2026-10-24T12:00")).isEqualTo(london("2026-10-25T11:00"));
    }

    @Test
    void theRepeatedHourInOctoberIsDistinguishedByItsZone() {
        Deadline first = CLOCKS.deadline("emergency-call", at(Priority.RED, Instant.parse("2026-10-25T00:30:00Z")));
        Deadline second = CLOCKS.deadline("emergency-call", at(Priority.RED, Instant.parse("2026-10-25T01:30:00Z")));
        assertThat(Duration.between(first.due(), second.due())).hasHours(1);
        assertThat(first.explanation()).contains("Opened Sun 25 Oct 2026 01:30 BST", "due Sun 25 Oct 01:35 BST");
        assertThat(second.explanation()).contains("Opened Sun 25 Oct 2026 01:30 GMT", "due Sun 25 Oct 01:35 GMT");
    }

    @Test
    void aWarningComesAfterThreeQuartersOfTheTime() {
        Deadline deadline = CLOCKS.deadline("immediate-risk-check", at(Priority.AMBER, "2026-09-24T10:00"));
        assertThat(deadline.warning()).isEqualTo(london("2026-09-24T10:45"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-26, 2026-04-20",
        "2026-12-10, 2027-01-05",
        "2026-09-26, 2026-10-16",
    })
    void theConferenceIsHeldWithinFifteenWorkingDaysOfTheStrategyDiscussion(LocalDate discussed, LocalDate held) {
        Deadline deadline = CLOCKS.conferenceDate(discussed);
        assertThat(deadline.due()).isEqualTo(london(held + "T17:00"));
        assertThat(CALENDAR.isWorkingDay(held)).isTrue();
        assertThat(deadline.policy()).startsWith("initial-conference, in force from Sun 22 Nov 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-22, 2026-09-21, true",
        "2026-06-22, 2026-09-22, false",
        "2026-06-22, 2026-06-22, true",
        "2026-06-22, 2026-06-21, false",
    })
    void anEarlierConcernKeepsTheRuleOfThreeMonthsAfterNoFurtherAction(
            LocalDate decided, LocalDate received, boolean back) {
        assertThat(CLOCKS.backAgain(decided, Optional.of(decided), received).isPresent())
                .isEqualTo(back);
        assertThat(CLOCKS.backAgain(decided, Optional.empty(), received)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-22, 2026-11-28, true",
        "2026-06-22, 2027-06-21, true",
        "2026-06-22, 2027-06-22, false",
        "2026-12-01, 2026-11-30, false",
    })
    void aReReferralComesWithinTwelveMonthsOfAnyEarlierConcern(LocalDate earlier, LocalDate received, boolean back) {
        assertThat(CLOCKS.backAgain(earlier, Optional.empty(), received).isPresent())
                .isEqualTo(back);
    }

    @Test
    void aReReferralIsExplainedInWords() {
        LocalDate june = LocalDate.of(2026, 6, 22);
        assertThat(CLOCKS.backAgain(june, Optional.of(june), LocalDate.of(2026, 9, 1)))
                .contains("Back within 3 months of no further action, decided Mon 22 Jun 2026.");
        assertThat(CLOCKS.backAgain(june, Optional.empty(), LocalDate.of(2026, 12, 1)))
                .contains("Back within 12 months of an earlier concern, received Mon 22 Jun 2026.");
    }

    @Test
    void theConferenceWarnsAfterThreeQuartersOfTheTimeSinceTheDayOfTheDiscussion() {
        // 25 days of 24 hours, one hour less for the spring night, and 17 hours of the last day
        assertThat(CLOCKS.conferenceDate(LocalDate.of(2026, 3, 26)).warning())
                .isEqualTo(Instant.parse("2026-03-26T00:00:00Z").plus(Duration.ofMinutes((25 * 24 - 1 + 17) * 45)));
    }

    @Test
    void aPolicyNamesItsStepItsConditionItsDatesAndItsSource() {
        assertThat(CLOCKS.deadline("police-report", at(Priority.RED, "2026-09-24T10:00"))
                        .policy())
                .isEqualTo("police-report for red, in force from Sun 22 Nov 2026, not confirmed: "
                        + "House rule, to be confirmed with the partnerships and Cleveland Police");
        assertThat(CLOCKS.deadline("police-report", at(Priority.AMBER, "2026-09-24T10:00"))
                        .policy())
                .startsWith("police-report, in force from");
    }

    @Test
    void anUnknownStepIsRefusedByName() {
        assertThatThrownBy(() -> CLOCKS.deadline("tea-break", at(Priority.RED, "2026-09-24T10:00")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tea-break");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T01:00", "2028-12-06T23:59"})
    void thereIsNoGapWhileTheLongestDeadlineEndsWithinTheCalendar(String now) {
        assertThat(CLOCKS.gap(london(now))).isEmpty();
    }

    @Test
    void aGapIsReportedWhenTheLongestDeadlineWouldEndAfterTheCalendar() {
        assertThat(CLOCKS.gap(london("2028-12-07T00:00")))
                .contains(
                        "A deadline of 15 working days from Thu 7 Dec 2028 cannot be computed. The bank holidays are known"
                                + " from Tue 1 Jan 2019 to Sun 31 Dec 2028, not for Mon 1 Jan 2029: add the missing years from gov.uk"
                                + " to bank-holidays.json");
    }

    @Test
    void theRulesUseTheGivenCalendar() {
        assertThat(CLOCKS.calendar()).isSameAs(CALENDAR);
    }

    private static Instant dueOf(String step, Priority priority, String opened) {
        return CLOCKS.deadline(step, at(priority, opened)).due();
    }
}
