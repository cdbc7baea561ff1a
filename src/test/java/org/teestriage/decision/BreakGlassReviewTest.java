package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;

class BreakGlassReviewTest {

    private static final BreakGlassReview JUSTIFIED = new BreakGlassReview(true, "The hub could not be reached.");
    private static final BreakGlassReview NOT_JUSTIFIED = new BreakGlassReview(false, "The hub was open.");

    @Test
    void aManagerCannotReviewTheirOwnGrant() {
        Refusal refusal = new Refusal("You broke this glass yourself. Another manager has to review it.");
        assertThat(JUSTIFIED.ruleOn(Situations.reviewingTheGrantOf(Situations.SAM)))
                .isEqualTo(refusal);
        assertThat(NOT_JUSTIFIED.ruleOn(Situations.reviewingTheGrantOf(Situations.SAM)))
                .isEqualTo(refusal);
    }

    @Test
    void anotherManagerRulesWhetherAGrantWasJustified() {
        assertThat(JUSTIFIED.ruleOn(Situations.reviewingTheGrantOf("kim")))
                .isEqualTo(Ruling.of("Breaking the glass was justified."));
        assertThat(NOT_JUSTIFIED.ruleOn(Situations.reviewingTheGrantOf("kim")))
                .isEqualTo(Ruling.of("Breaking the glass was not justified; it shows nothing any longer."));
    }

    @Test
    void theReviewIsNoStepOfThePath() {
        assertThat(JUSTIFIED.step()).isEqualTo(Step.BREAK_GLASS_REVIEW);
        assertThat(Step.BREAK_GLASS_REVIEW.isOnThePath()).isFalse();
        assertThat(Step.CLOSE.isOnThePath()).isTrue();
    }
}
