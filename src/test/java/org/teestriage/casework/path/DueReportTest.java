package org.teestriage.casework.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.workflow.obligation.ObligationKind.CEOP;
import static org.teestriage.workflow.obligation.ObligationKind.LADO;
import static org.teestriage.workflow.obligation.ObligationKind.PLATFORM;
import static org.teestriage.workflow.obligation.ObligationKind.POLICE;
import static org.teestriage.workflow.obligation.ObligationKind.SOCIAL_CARE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.testing.client.FactsYaml;
import org.teestriage.workflow.obligation.Obligation.State;
import org.teestriage.workflow.obligation.ObligationKind;

/** What the facts and the standing decisions require, and in which order it opens. */
class DueReportTest {

    private static final Facts TWO_ACCOUNTS_AND_A_COACH = FactsYaml.facts("""
            suspects:
            - {identities: [{handle: alex_plays_99, platform: BlockQuest}]}
            - {worksWithChildren: YES, identities: [{handle: coach_lee, platform: BlockQuest}]}
            - {worksWithChildren: NOT_KNOWN}
            """);

    private static final List<DueReport.Rule> ALL_RULES = Stream.of("police", "ceop", "platform", "lado")
            .map(DueReportTest::rule)
            .toList();

    private static DueReport.Rule rule(String report) {
        return new DueReport.Rule(report, "Because of the %s rule.".formatted(report), "Source of " + report);
    }

    private static ThresholdDecision refers(int child, String outcome) {
        return FactsYaml.as(
                ThresholdDecision.class,
                "{complexAbuse: true, children: [{child: %d, outcomes: [%s], rationale: Seen by two officers.}]}"
                        .formatted(child, outcome));
    }

    private static List<String> due(List<DueReport.Rule> rules, List<ThresholdDecision> standing) {
        return named(DueReport.of(TWO_ACCOUNTS_AND_A_COACH, rules, DueReport.Beside.NOTHING, standing));
    }

    private static List<String> named(List<DueReport> due) {
        return due.stream()
                .map(each -> "%s %s".formatted(each.kind(), each.item()).strip())
                .toList();
    }

    @Test
    void withoutRulesAndDecisionsNothingIsDue() {
        assertThat(due(List.of(), List.of())).isEmpty();
    }

    @Test
    void eachAccountAndEachPersonWhoWorksWithChildrenIsDueForItself() {
        assertThat(due(ALL_RULES, List.of())).containsExactly("POLICE", "LADO 2", "CEOP", "PLATFORM 1", "PLATFORM 2");
    }

    @Test
    void aChildIsDueToSocialCareOnceADecisionThatRefersItStands() {
        assertThat(due(List.of(), List.of(refers(3, "SECTION_17"), refers(1, "ADVICE"))))
                .containsExactly("SOCIAL_CARE 3");
    }

    @Test
    void aChildElsewhereIsDueThereAndToEachFurtherPoliceForce() {
        DueReport.Beside beside = new DueReport.Beside(List.of(2), List.of(1), List.of("2-now"));
        assertThat(named(DueReport.of(TWO_ACCOUNTS_AND_A_COACH, ALL_RULES, beside, List.of())))
                .contains("POLICE", "POLICE 2-now", "SOCIAL_CARE 2-now", "SOCIAL_CARE 1-placing");
        assertThat(named(DueReport.of(TWO_ACCOUNTS_AND_A_COACH, List.of(), beside, List.of())))
                .as("no force is told what is no matter for the police")
                .containsExactly("SOCIAL_CARE 2-now", "SOCIAL_CARE 1-placing");
    }

    @Test
    void severalRulesForOneReportAreOneObligationWithAllTheirReasons() {
        List<DueReport> due = DueReport.of(
                TWO_ACCOUNTS_AND_A_COACH,
                List.of(
                        new DueReport.Rule("police", "A crime is suspected.", "South Tees partnership"),
                        new DueReport.Rule("police", "Coercion goes to the police.", "South Tees partnership")),
                DueReport.Beside.NOTHING,
                List.of());
        assertThat(due)
                .containsExactly(new DueReport(
                        POLICE,
                        "",
                        List.of("A crime is suspected.", "Coercion goes to the police."),
                        "South Tees partnership"));
    }

    @Test
    void whatTheSafeguardingLeadMayLeadIsDueButNoNewReasonToReportIt() {
        DueReport due = DueReport.of(
                        TWO_ACCOUNTS_AND_A_COACH,
                        List.of(
                                rule("police").leftToTheSafeguardingLead(),
                                rule("ceop").leftToTheSafeguardingLead()),
                        DueReport.Beside.NOTHING,
                        List.of())
                .get(0);
        assertThat(due.kind()).isEqualTo(POLICE);
        assertThat(due.reason()).startsWith("Harm between children");
        assertThat(due.isNews(List.of("A crime is suspected."))).isFalse();
        assertThat(rule("ceop").leftToTheSafeguardingLead()).isEqualTo(rule("ceop"));
    }

    @Test
    void moreRulesAndDecisionsNeverTakeAReportAwayAndTheirOrderChangesNothing() {
        Random random = new Random(20261127);
        for (int run = 0; run < 500; run++) {
            List<DueReport.Rule> rules = new ArrayList<>(ALL_RULES);
            List<ThresholdDecision> decisions = new ArrayList<>(
                    List.of(refers(1, "SECTION_17"), refers(2, "SECTION_47"), refers(3, "NO_FURTHER_ACTION")));
            Collections.shuffle(rules, random);
            Collections.shuffle(decisions, random);
            List<String> all = due(rules, decisions);
            List<String> fewer = due(
                    rules.subList(0, random.nextInt(rules.size() + 1)),
                    decisions.subList(0, random.nextInt(decisions.size() + 1)));
            assertThat(all).as("run %d", run).containsAll(fewer);
            assertThat(all)
                    .as("run %d", run)
                    .isEqualTo(due(
                            ALL_RULES, List.of(refers(1, "SECTION_17"), refers(2, "SECTION_47"), refers(3, "ADVICE"))));
        }
    }

    // Order

    private static ReportOrder.Recorded recorded(ObligationKind kind, State state) {
        return new ReportOrder.Recorded(kind, state);
    }

    @ParameterizedTest
    @EnumSource(
            value = ObligationKind.class,
            names = {"POLICE", "LADO", "SOCIAL_CARE"})
    void policeLadoAndSocialCareWaitForNothing(ObligationKind kind) {
        assertThat(ReportOrder.waitsFor(kind, List.of(recorded(POLICE, State.OPEN)), false))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DUE", "OPEN"})
    void ceopAndPlatformWaitForThePoliceEvenWhereADecisionStands(State police) {
        for (ObligationKind kind : List.of(CEOP, PLATFORM)) {
            assertThat(ReportOrder.waitsFor(kind, List.of(recorded(POLICE, police), recorded(kind, State.DUE)), true))
                    .contains("Opens when the report to the police is decided.");
        }
    }

    @Test
    void ceopOpensAtOnceWithoutAReportToThePolice() {
        assertThat(ReportOrder.waitsFor(CEOP, List.of(recorded(CEOP, State.DUE)), false))
                .isEmpty();
    }

    @Test
    void thePlatformIsToldOnlyAfterThePoliceTheLadoOrSocialWorkTookAPosition() {
        List<ReportOrder.Recorded> alone = List.of(recorded(PLATFORM, State.DUE));
        assertThat(ReportOrder.waitsFor(PLATFORM, alone, false)).isPresent();
        assertThat(ReportOrder.waitsFor(PLATFORM, alone, true)).isEmpty();
        for (ObligationKind kind : List.of(POLICE, LADO)) {
            for (State settled : List.of(State.DONE, State.NOT_NEEDED)) {
                assertThat(ReportOrder.waitsFor(PLATFORM, List.of(recorded(kind, settled)), false))
                        .isEmpty();
            }
        }
        assertThat(ReportOrder.waitsFor(
                        PLATFORM, List.of(recorded(LADO, State.OPEN), recorded(SOCIAL_CARE, State.DONE)), false))
                .as("a referral to social care is not yet a decision")
                .isPresent();
    }

    @Test
    void aSecondReportToThePoliceIsWaitedForToo() {
        assertThat(ReportOrder.waitsFor(
                        CEOP, List.of(recorded(POLICE, State.DONE), recorded(POLICE, State.OPEN)), true))
                .isPresent();
    }
}
