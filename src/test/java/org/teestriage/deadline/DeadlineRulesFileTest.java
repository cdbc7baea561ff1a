package org.teestriage.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teestriage.deadline.Middlesbrough.at;
import static org.teestriage.deadline.Middlesbrough.london;
import static org.teestriage.deadline.Middlesbrough.text;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.concern.Priority;

class DeadlineRulesFileTest {

    private static final String CONFERENCE = """
            initial-conference:
              - {from: 2020-01-01, working-days: 15, warn-at: 0.75, source: then}
              - {from: 2026-06-01, working-days: 10, warn-at: 0.5, source: now}
            partner-check:
              - {from: 2020-01-01, start: opened, warn-at: 0.75, source: then, rules: [{within: {clock-hours: 2}}]}
            re-referral:
              - {from: 2020-01-01, within-months: 3, source: then}
              - {from: 2026-06-01, within-months: 6, source: now}
            """;
    private static final String VERSION = "start: opened, warn-at: 0.75, source: a test";

    private static final DeadlineRules TWO_VERSIONS = read("""
            steps:
              review:
                - {from: 2020-01-01, %1$s, rules: [{within: {clock-hours: 2}}]}
                - {from: 2026-06-01, %1$s, rules: [{within: {clock-hours: 1}}]}
            """.formatted(VERSION));

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T23:59, 2026-06-01T01:59",
        "2026-06-01T00:00, 2026-06-01T01:00",
    })
    void aNewVersionAppliesFromMidnightInLondonOfItsDate(String received, String due) {
        assertThat(TWO_VERSIONS.deadline("review", at(Priority.AMBER, received)).due())
                .isEqualTo(london(due));
    }

    @Test
    void aConcernKeepsTheRulesOfItsReceiptInLaterSteps() {
        Instant opened = london("2026-09-01T10:00");
        DeadlineContext old =
                new DeadlineContext(Priority.AMBER, false, london("2026-05-31T23:59"), opened, Middlesbrough.HOURS);
        assertThat(TWO_VERSIONS.deadline("review", old).due()).isEqualTo(london("2026-09-01T12:00"));
        assertThat(TWO_VERSIONS.deadline("review", old).policy()).contains("in force from Wed 1 Jan 2020");
    }

    @Test
    void aNewVersionReachesAnOpenStepOfAnOlderConcernOnlyWhereItIsDueEarlier() {
        Instant opened = london("2026-09-01T10:00");
        LocalDate today = LocalDate.of(2026, 9, 1);
        DeadlineContext old =
                new DeadlineContext(Priority.AMBER, false, london("2026-05-31T23:59"), opened, Middlesbrough.HOURS);
        assertThat(TWO_VERSIONS.deadlineToday("review", old, today).due()).isEqualTo(london("2026-09-01T11:00"));
        DeadlineRules longer = read("""
                steps:
                  review:
                    - {from: 2020-01-01, %1$s, rules: [{within: {clock-hours: 2}}]}
                    - {from: 2026-06-01, %1$s, rules: [{within: {clock-hours: 3}}]}
                """.formatted(VERSION));
        assertThat(longer.deadlineToday("review", old, today).due()).isEqualTo(london("2026-09-01T12:00"));
    }

    @Test
    void theFirstVersionAlsoHoldsForEarlierDays() {
        assertThat(TWO_VERSIONS
                        .deadline("review", at(Priority.AMBER, "2019-12-31T12:00"))
                        .due())
                .isEqualTo(london("2019-12-31T14:00"));
    }

    @Test
    void aRuleTellsWhoConfirmedItAndOneWithoutAConfirmationSaysSo() {
        String asked = VERSION + ", confirmed: {by: Cleveland Police, on: 2026-12-01}";
        String rules = "steps: {review: [{from: 2020-01-01, %s, rules: [{within: {clock-hours: 1}}]}]}\n";
        assertThat(read(rules.formatted(asked))
                        .deadline("review", at(Priority.AMBER, "2026-09-24T10:00"))
                        .policy())
                .endsWith("in force from Wed 1 Jan 2020, confirmed by Cleveland Police on Tue 1 Dec 2026: a test");
        assertThat(read(rules.formatted(VERSION))
                        .deadline("review", at(Priority.AMBER, "2026-09-24T10:00"))
                        .policy())
                .endsWith("in force from Wed 1 Jan 2020, not confirmed: a test");
    }

    @Test
    void aConferenceUsesTheRuleOfTheDayOfTheDiscussion() {
        assertThat(TWO_VERSIONS.conferenceDate(LocalDate.of(2026, 5, 29)).due()).isEqualTo(london("2026-06-19T17:00"));
        assertThat(TWO_VERSIONS.conferenceDate(LocalDate.of(2026, 6, 1)).due()).isEqualTo(london("2026-06-15T17:00"));
    }

    @Test
    void theFirstMatchingRuleApplies() {
        DeadlineRules deadlineRules = read("""
                steps:
                  review:
                    - {from: 2020-01-01, %s, rules: [
                        {when: {priority: red, danger: true}, within: {clock-minutes: 1}},
                        {when: {priority: red}, within: {clock-minutes: 2}},
                        {when: {danger: false}, within: {clock-minutes: 3}},
                        {within: {clock-minutes: 4}}]}
                """.formatted(VERSION));
        assertThat(policyAndMinutes(deadlineRules, Priority.RED, true)).isEqualTo("review for red with danger 1");
        assertThat(policyAndMinutes(deadlineRules, Priority.RED, false)).isEqualTo("review for red 2");
        assertThat(policyAndMinutes(deadlineRules, Priority.AMBER, false)).isEqualTo("review for no danger 3");
        assertThat(policyAndMinutes(deadlineRules, Priority.GREEN, true)).isEqualTo("review 4");
    }

    @Test
    void oneHubMinuteIsWordedInTheSingular() {
        DeadlineRules deadlineRules = read(
                "steps: {review: [{from: 2020-01-01, %s, rules: [{within: {hub-minutes: 1}}]}]}\n".formatted(VERSION));
        assertThat(deadlineRules
                        .deadline("review", at(Priority.AMBER, "2026-09-24T10:00"))
                        .explanation())
                .contains("; 1 hub minute count");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{within: {working-days: 20}} | 20",
                "{within: {working-days: 1}, not-after: {working-days: 20}} | 20",
                "{within: {working-days: 1}, not-before: {working-days: 20}} | 20",
                "{within: {hub-minutes: 1199}} | 20",
                "{within: {same-working-day: {at-least-hub-minutes: 1199}}} | 20",
                "{within: {clock-hours: 2400}} | 15",
            })
    void theLongestRuleDecidesWhetherTheCalendarHasAGap(String rule, int longest) {
        DeadlineRules deadlineRules =
                read("steps: {review: [{from: 2020-01-01, %s, rules: [%s]}]}\n".formatted(VERSION, rule));
        assertThat(deadlineRules.gap(london("2028-12-29T12:00")).orElseThrow())
                .startsWith("A deadline of %d working days from Fri 29 Dec 2028".formatted(longest));
    }

    @Test
    void theSetOfStepsIsUnmodifiable() {
        assertThat(TWO_VERSIONS.steps()).containsExactly("review");
        assertThatThrownBy(() -> TWO_VERSIONS.steps().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules: []",
                "rules: [{when: {priority: red}, within: {clock-hours: 1}}]",
                "rules: [{within: {clock-hours: 2}}, {within: {clock-hours: 1}}]",
                "rules: [{within: {clock-hours: 2}}, {when: {danger: true}, within: {clock-hours: 1}}]",
                "rules: [{when: {}, within: {clock-hours: 1}}, {within: {clock-hours: 1}}]",
                "rules: [{when: {colour: red}, within: {clock-hours: 1}}, {within: {clock-hours: 1}}]",
                "rules: [{within: {clock-hours: 0}}]",
                "rules: [{within: {clock-hours: 1.5}}]",
                "rules: [{within: {clock-hours: 1, clock-minutes: 5}}]",
                "rules: [{within: {fortnights: 1}}]",
                "rules: [{within: {same-working-day: {}}}]",
                "rules: [{not-after: {clock-hours: 1}}]",
                "rules: [{within: {clock-hours: 1}}], warn-at: 0.5",
            })
    void ambiguousOrIncompleteRulesAreRefused(String rules) {
        assertThatThrownBy(() -> read("steps: {review: [{from: 2020-01-01, %s, %s}]}\n".formatted(VERSION, rules)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("clocks.yaml cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from: 2020-01-01, ", "start: opened, ", "warn-at: 0.75, ", "source: a test, "})
    void aVersionWithoutAMandatoryFieldIsRefused(String missing) {
        String whole =
                "steps: {review: [{from: 2020-01-01, %s, rules: [{within: {clock-hours: 1}}]}]}\n".formatted(VERSION);
        assertThat(whole).contains(missing);
        assertThatThrownBy(() -> read(whole.replace(missing, ""))).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-0.5", "75", ".nan"})
    void aWarningShareThatIsNotBetween0And1IsRefused(String share) {
        assertThatThrownBy(() -> read("steps: {review: [{from: 2020-01-01, %s, rules: [{within: {clock-hours: 1}}]}]}\n"
                        .formatted(VERSION.replace("0.75", share))))
                .isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "2019-12-31"})
    void versionsOutOfOrderAreRefused(String second) {
        assertThatThrownBy(() -> read("""
                        steps:
                          review:
                            - {from: 2020-01-01, %1$s, rules: [{within: {clock-hours: 2}}]}
                            - {from: %2$s, %1$s, rules: [{within: {clock-hours: 1}}]}
                        """.formatted(VERSION, second)))
                .hasMessageContaining("review")
                .hasMessageContaining(second);
    }

    @Test
    void aStepWithoutAVersionIsRefused() {
        assertThatThrownBy(() -> read("steps: {review: []}\n")).hasMessageContaining("no version of review");
    }

    @Test
    void aDeadlineWithoutAWarningBeforeItsDueTimeIsRefused() {
        Instant due = london("2026-09-24T10:00");
        assertThatThrownBy(() -> new Deadline(due, due, "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String policyAndMinutes(DeadlineRules deadlineRules, Priority priority, boolean danger) {
        Instant start = london("2026-09-24T10:00");
        Deadline deadline = deadlineRules.deadline(
                "review", new DeadlineContext(priority, danger, start, start, Middlesbrough.HOURS));
        return deadline.policy().split(",", 2)[0] + " "
                + Duration.between(start, deadline.due()).toMinutes();
    }

    private static DeadlineRules read(String steps) {
        return DeadlineRules.read(text(steps + CONFERENCE), Middlesbrough.CALENDAR);
    }
}
