package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;

class BreakGlassReviewTest {

    private static final BreakGlassReview HAD_TO = new BreakGlassReview(true, "The hub could not be reached.");
    private static final BreakGlassReview HAD_NOT = new BreakGlassReview(false, "The hub was open.");

    @Test
    void nobodyReviewsTheirOwnLook() {
        Refusal refusal = new Refusal("You broke this glass yourself. Another manager has to review it.");
        assertThat(HAD_TO.ruleOn(Asked.aboutGlassBrokenBy(Asked.SAM))).isEqualTo(refusal);
        assertThat(HAD_NOT.ruleOn(Asked.aboutGlassBrokenBy(Asked.SAM))).isEqualTo(refusal);
    }

    @Test
    void anotherManagerSaysWhetherTheyHadTo() {
        assertThat(HAD_TO.ruleOn(Asked.aboutGlassBrokenBy("kim")))
                .isEqualTo(Ruling.of("Breaking the glass was justified."));
        assertThat(HAD_NOT.ruleOn(Asked.aboutGlassBrokenBy("kim")))
                .isEqualTo(Ruling.of("Breaking the glass was not justified; it shows nothing any longer."));
    }

    @Test
    void theReviewIsBesideThePath() {
        assertThat(HAD_TO.step()).isEqualTo(Step.BREAK_GLASS_REVIEW);
        assertThat(Step.BREAK_GLASS_REVIEW.isOnThePath()).isFalse();
        assertThat(Step.CLOSE.isOnThePath()).isTrue();
    }
}
