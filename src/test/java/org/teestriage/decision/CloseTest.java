package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teestriage.decision.Situation.Partners;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

class CloseTest {

    private static final Close CLOSE = new Close(Close.Because.HANDED_OVER, "With social care and the police.");

    @Test
    void aConcernWithNothingOpenOrMissingIsClosed() {
        assertThat(CLOSE.ruleOn(Situations.closing(Set.of(), List.of(), List.of())))
                .isEqualTo(Ruling.of("The concern was closed."));
    }

    @Test
    void openStepsAreNamedInTheOrderOfThePath() {
        assertThat(CLOSE.ruleOn(Situations.closing(
                        Set.of(Step.REFERRER_FEEDBACK, Step.EMERGENCY_CALL, Step.POLICE_REPORT), List.of(), List.of())))
                .isEqualTo(new Refusal("Still open: Emergency call, Report to the police, Feedback to the referrer."
                        + " Finish it first."));
    }

    @Test
    void childrenWithoutAnOutcomeAreNamedByNumber() {
        assertThat(CLOSE.ruleOn(Situations.closing(Set.of(), List.of(2, 3), List.of())))
                .isEqualTo(new Refusal("Without an outcome: child 2, 3."));
    }

    @Test
    void partnersWhoHaveNotAcknowledgedAreNamed() {
        assertThat(CLOSE.ruleOn(Situations.closing(Set.of(), List.of(), List.of("Cleveland Police", "CEOP"))))
                .isEqualTo(new Refusal("Not yet acknowledged: Cleveland Police, CEOP."));
    }

    @Test
    void openStepsAreReportedBeforeMissingOutcomesAndReceipts() {
        assertThat(CLOSE.ruleOn(Situations.closing(Set.of(Step.HAND_OVER), List.of(1), List.of("CEOP"))))
                .isEqualTo(new Refusal("Still open: Hand-over from the night. Finish it first."));
        assertThat(CLOSE.ruleOn(Situations.closing(Set.of(), List.of(1), List.of("CEOP"))))
                .isEqualTo(new Refusal("Without an outcome: child 1."));
    }

    @Test
    void withheldOpenStepsAreReportedWithoutTheirNames() {
        Refusal heldBack =
                new Refusal("A part that is held back from you is still open. A manager who may see it has to close.");
        assertThat(CLOSE.ruleOn(Situations.closing(Set.of(), List.of(), List.of(), true)))
                .isEqualTo(heldBack);
        assertThat(CLOSE.ruleOn(Situations.closing(Set.of(), List.of(1), List.of("CEOP"), true)))
                .isEqualTo(heldBack);
        assertThat(CLOSE.ruleOn(Situations.closing(Set.of(Step.HAND_OVER), List.of(), List.of(), true)))
                .isEqualTo(new Refusal("Still open: Hand-over from the night. Finish it first."));
    }

    @Test
    void whatIsDueAndNotSettledIsNamed() {
        assertThat(CLOSE.ruleOn(Situations.closing(
                        new Partners(List.of("Report to the police", "Platform decision 2"), true, List.of(1)))))
                .isEqualTo(new Refusal("Still due: Report to the police, Platform decision 2. Decide it first."));
    }

    @Test
    void section47NeedsAPositionOfThePolice() {
        assertThat(CLOSE.ruleOn(Situations.closing(new Partners(List.of(), true, List.of()))))
                .isEqualTo(new Refusal("The decision rests on the police, and no position of theirs is on record."
                        + " Open the report to the police first."));
    }

    @Test
    void anAdultWhoWorksWithChildrenNeedsAPositionOfTheLado() {
        assertThat(CLOSE.ruleOn(Situations.closing(new Partners(List.of(), false, List.of(1, 3)))))
                .isEqualTo(
                        new Refusal("No position of the LADO is on record about person 1, 3, who works with children."
                                + " Open the referral to the LADO first."));
    }

    @Test
    void closingNeedsAReasonAndASummary() {
        assertThat(ConstraintViolations.in(CLOSE)).isEmpty();
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(Close.class, "summary: ' '")))
                .containsExactly("because", "summary");
    }
}
