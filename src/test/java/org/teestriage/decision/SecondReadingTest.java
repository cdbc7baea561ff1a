package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;

class SecondReadingTest {

    private static final SecondReading AGREES = new SecondReading(true, "The same view.");
    private static final SecondReading RETURNS = new SecondReading(false, "The second handle was not looked at.");

    private static final ThresholdDecision ADVICE = ThresholdDecisionTest.giving(Outcome.ADVICE);

    @Test
    void aDeciderCannotGiveTheSecondReading() {
        Situation own = Situations.afterDecision(ADVICE, Situations.SAM);
        Refusal refusal = new Refusal("You made the first decision. Another person has to make the second.");
        assertThat(AGREES.ruleOn(own)).isEqualTo(refusal);
        assertThat(RETURNS.ruleOn(own)).isEqualTo(refusal);
    }

    @Test
    void agreementConfirmsTheDecision() {
        assertThat(AGREES.ruleOn(Situations.afterDecision(ADVICE, "kim")))
                .isEqualTo(Ruling.of("The second decision agreed."));
    }

    @Test
    void agreementOpensTheRoutesOfTheFirstDecision() {
        ThresholdDecision strategy = ThresholdDecisionTest.giving(Outcome.SECTION_47);
        assertThat(AGREES.ruleOn(Situations.afterDecision(strategy, "kim")))
                .isEqualTo(Ruling.of("The second decision agreed.", Route.STRATEGY_DUE));
    }

    @Test
    void aReturnedDecisionOpensNoRouteOfTheFirstDecision() {
        ThresholdDecision strategy = ThresholdDecisionTest.giving(Outcome.SECTION_47);
        assertThat(RETURNS.ruleOn(Situations.afterDecision(strategy, "kim")))
                .isEqualTo(Ruling.of("The second decision returned the decision with reasons.", Route.RETURNED));
    }

    @Test
    void aSecondReadingWithoutAFirstDecisionIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AGREES.ruleOn(Situations.today()))
                .withMessage("a second decision without a first decision");
    }
}
