package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.decision.Situation.Partners;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.transaction.Missing;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

class CloseTest {

    private static final Close CLOSE = new Close(Close.Because.HANDED_OVER, "With social care and the police.");

    @Test
    void aConcernWithNothingOpenOrMissingIsClosed() {
        assertThat(CLOSE.ruleOn(Situations.closing(Set.of(), List.of(), List.of())))
                .isEqualTo(Ruling.of("The concern was closed."));
    }

    private static void refused(Situation situation, String sentence, Missing... missing) {
        assertThat(CLOSE.ruleOn(situation)).isEqualTo(new Refusal(sentence, List.of(missing)));
    }

    @Test
    void openStepsAreNamedInTheOrderOfThePathWithTheirPages() {
        refused(
                Situations.closing(
                        Set.of(Step.REFERRER_FEEDBACK, Step.EMERGENCY_CALL, Step.POLICE_REPORT), List.of(), List.of()),
                "Still open: Emergency call, Report to the police, Feedback to the referrer. Finish it first.",
                new Missing("Emergency call", "steps/emergency-call"),
                new Missing("Report to the police", "steps/police-report"),
                new Missing("Feedback to the referrer", "steps/referrer-feedback"));
    }

    @Test
    void childrenWithoutAnOutcomeAreNamedByNumber() {
        refused(
                Situations.closing(Set.of(), List.of(2, 3), List.of()),
                "Without an outcome: Child 2, Child 3.",
                new Missing("Child 2", "facts"),
                new Missing("Child 3", "facts"));
    }

    @Test
    void partnersWhoHaveNotAcknowledgedAreNamedWithTheirLetters() {
        refused(
                Situations.closing(Set.of(), List.of(), List.of("Cleveland Police")),
                "Not yet acknowledged: Cleveland Police.",
                new Missing("Cleveland Police", "letters/1"));
    }

    @Test
    void openStepsAreReportedBeforeMissingOutcomesAndReceipts() {
        refused(
                Situations.closing(Set.of(Step.HAND_OVER), List.of(1), List.of("CEOP")),
                "Still open: Handover from the Emergency Duty Team. Finish it first.",
                new Missing("Handover from the Emergency Duty Team", "steps/hand-over"));
        refused(
                Situations.closing(Set.of(), List.of(1), List.of("CEOP")),
                "Without an outcome: Child 1.",
                new Missing("Child 1", "facts"));
    }

    @Test
    void withheldOpenStepsAreReportedWithoutTheirNames() {
        String heldBack = "A part that is held back from you is still open. A manager who may see it has to close.";
        refused(Situations.closing(Set.of(), List.of(), List.of(), true), heldBack);
        refused(Situations.closing(Set.of(), List.of(1), List.of("CEOP"), true), heldBack);
        refused(
                Situations.closing(Set.of(Step.HAND_OVER), List.of(), List.of(), true),
                "Still open: Handover from the Emergency Duty Team. Finish it first.",
                new Missing("Handover from the Emergency Duty Team", "steps/hand-over"));
    }

    @Test
    void whatIsDueAndNotSettledIsNamed() {
        Missing police = Situation.Open.missing(Step.POLICE_REPORT, "");
        Missing platform = Situation.Open.missing(Step.PLATFORM_DECISION, "2");
        assertThat(platform).isEqualTo(new Missing("Platform decision 2", "steps/platform-decision/2"));
        refused(
                Situations.closing(new Partners(List.of(police, platform), true, List.of(1), List.of())),
                "Still due: Report to the police, Platform decision 2. Decide it first.",
                police,
                platform);
    }

    @Test
    void section47NeedsAPositionOfThePolice() {
        refused(
                Situations.closing(new Partners(List.of(), true, List.of(), List.of())),
                "The decision rests on the police, and no position of theirs is on record. Open it first: Report to"
                        + " the police.",
                new Missing("Report to the police", "obligations"));
    }

    @Test
    void anAdultWhoWorksOrMayWorkWithChildrenNeedsAPositionOfTheLado() {
        refused(
                Situations.closing(new Partners(List.of(), false, List.of(1, 3), List.of())),
                "No position of the LADO is on record about an adult who works with children, or may. Open the referral,"
                        + " or correct the facts, about: Person 1, Person 3.",
                new Missing("Person 1", "obligations"),
                new Missing("Person 3", "obligations"));
    }

    @Test
    void partnersWhoWereAskedAnswerOrAreGivenUp() {
        Missing police = new Missing("Police, child 1", "checks");
        refused(
                Situations.closing(new Partners(List.of(), false, List.of(), List.of(police))),
                "Partners were asked and owe an answer: Police, child 1. Record the answer, or why it is not awaited any"
                        + " more.",
                police);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "ok", "as above", "No further action.", "Done done done", "abc de"})
    void aSummaryThatSaysNothingIsRefused(String summary) {
        assertThat(ConstraintViolations.placesIn(new Close(Close.Because.HANDED_OVER, summary)))
                .containsExactly("summary");
    }

    @Test
    void closingNeedsAReasonAndASummary() {
        assertThat(ConstraintViolations.in(CLOSE)).isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(Close.class, "summary: ' '")))
                .containsExactly("because", "summary");
    }
}
