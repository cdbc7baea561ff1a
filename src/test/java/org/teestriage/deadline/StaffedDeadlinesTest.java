package org.teestriage.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.deadline.Middlesbrough.CALENDAR;
import static org.teestriage.deadline.Middlesbrough.CLOCKS;
import static org.teestriage.deadline.Middlesbrough.HOURS;
import static org.teestriage.deadline.Middlesbrough.at;
import static org.teestriage.deadline.Middlesbrough.london;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.access.DutyTeamRule;
import org.teestriage.concern.Priority;

/** No clock runs red in an empty office: a step that the Emergency Duty Team does not take is due while its hub is open. */
class StaffedDeadlinesTest {

    private static final BusinessClock HUB = new BusinessClock(CALENDAR, HOURS);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 29);

    static Stream<String> stepsOfStaff() {
        Set<String> ofTheTeam = DutyTeamRule.on(FIRST).steps();
        // The referrer writes the concern, and is not bound to the hours of a hub.
        return CLOCKS.steps().stream().filter(step -> !ofTheTeam.contains(step) && !step.equals("written-concern"));
    }

    /** Every 50 minutes of 13 months: both changes of the clocks, all bank holidays of a year, all weekdays. */
    private static Stream<Instant> moments() {
        Instant end = london("2028-01-05T00:00");
        return Stream.iterate(
                london("2026-11-29T00:00"), each -> each.isBefore(end), each -> each.plus(Duration.ofMinutes(50)));
    }

    @ParameterizedTest
    @MethodSource("stepsOfStaff")
    void aRedStepOfStaffIsDueWhileTheHubIsOpenOrAsItCloses(String step) {
        assertThat(moments()).allSatisfy(moment -> {
            Instant due = CLOCKS.deadline(step, at(Priority.RED, moment)).due();
            assertThat(HUB.isOpen(due) || HUB.isOpen(due.minusSeconds(1)))
                    .as("%s opened %s", step, moment)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "authority-decision, 30",
        "hub-acceptance, 60",
        "second-reading, 240",
        "letter-chase, 60",
        "lado-letter-chase, 60",
        "police-report, 120",
    })
    void aRedStepOfStaffIsNeverDueLaterThanItsMinutesAfterTheOpening(String step, int minutes) {
        assertThat(moments()).allSatisfy(moment -> {
            Instant due = CLOCKS.deadline(step, at(Priority.RED, moment)).due();
            assertThat(due).isBeforeOrEqualTo(HUB.plusOpenTime(moment, Duration.ofMinutes(minutes)));
            if (HUB.isOpen(moment) && HUB.openTimeLeft(moment).toMinutes() >= minutes) {
                assertThat(due).isBeforeOrEqualTo(moment.plus(Duration.ofMinutes(minutes)));
            }
        });
    }

    @Test
    void aRedDecisionHas24HoursOrUntilAClosedHubHasBeenOpenForAnHour() {
        assertThat(moments()).allSatisfy(moment -> {
            Instant due = CLOCKS.deadline("threshold-decision", at(Priority.RED, moment))
                    .due();
            Instant hours = moment.plus(Duration.ofHours(24));
            Instant opening = HUB.nextOpening(hours);
            assertThat(due).isBeforeOrEqualTo(opening.plus(Duration.ofMinutes(60)));
            assertThat(due).isBeforeOrEqualTo(HUB.plusWorkingDays(moment, 1));
        });
    }

    @ParameterizedTest
    @CsvSource({
        // The team takes these through the night: ten to five on a Friday, the hub closed at half past four.
        "emergency-call,       2026-12-04T16:50, 2026-12-04T16:55",
        "immediate-risk-check, 2026-12-04T16:50, 2026-12-04T17:05",
        "information-review,   2026-12-04T16:50, 2026-12-04T17:50",
        // These wait for Monday.
        "authority-decision,   2026-12-04T16:50, 2026-12-07T09:00",
        "hub-acceptance,       2026-12-04T16:50, 2026-12-07T09:30",
        "police-report,        2026-12-04T16:50, 2026-12-07T09:30",
        "threshold-decision,   2026-12-04T16:50, 2026-12-07T09:30",
        "second-reading,       2026-12-04T16:50, 2026-12-07T12:30",
        "second-reading,       2026-12-04T16:00, 2026-12-07T12:00",
        "threshold-decision,   2026-12-04T10:00, 2026-12-07T08:30",
        "threshold-decision,   2026-12-01T10:00, 2026-12-02T10:00",
        // Christmas: the hub opens on the 29th.
        "authority-decision,   2026-12-24T17:00, 2026-12-29T09:00",
        "threshold-decision,   2026-12-25T10:00, 2026-12-29T09:30",
        // The night in which the clocks go forward, and the one in which they go back.
        "police-report,        2027-03-28T00:30, 2027-03-30T09:30",
        "police-report,        2027-10-31T00:30, 2027-11-01T09:30",
    })
    void aRedStepIsDueWhenThoseWhoTakeItCanDoIt(String step, String opened, String due) {
        assertThat(CLOCKS.deadline(step, at(Priority.RED, opened)).due()).isEqualTo(london(due));
    }

    @Test
    void aDeadlineThatWaitsForTheHubSaysSo() {
        assertThat(CLOCKS.deadline("threshold-decision", at(Priority.RED, "2026-12-04T10:00"))
                        .explanation())
                .isEqualTo("Received Fri 4 Dec 2026 10:00; 24 clock hours end Sat 5 Dec 10:00; the hub opens"
                        + " Mon 7 Dec 08:30; Sat 5 Dec and Sun 6 Dec are a weekend; due Mon 7 Dec 08:30");
        assertThat(CLOCKS.deadline("threshold-decision", at(Priority.RED, "2026-12-04T16:50"))
                        .explanation())
                .isEqualTo(
                        "Received Fri 4 Dec 2026 16:50; 24 clock hours end Sat 5 Dec 16:50; at least 60 hub minutes count"
                                + " from Mon 7 Dec 08:30; Sat 5 Dec and Sun 6 Dec are a weekend; due Mon 7 Dec 09:30");
    }

    @Test
    void aConcernOfBeforeKeepsItsClocks() {
        Instant received = london("2026-11-28T16:50");
        DeadlineContext old = new DeadlineContext(Priority.RED, false, received, london("2026-12-04T16:50"), HOURS);
        assertThat(CLOCKS.deadline("second-reading", old).due()).isEqualTo(london("2026-12-04T20:50"));
    }
}
