package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A threshold decision cites a level of a document that is in force. */
class ThresholdsTest {

    private static final Thresholds.Version SHIPPED = Thresholds.on(LocalDate.of(2026, 11, 28));

    private static Verdict decidedAt(String level) {
        return new ThresholdDecision(
                        List.of(new ThresholdDecision.ForChild(
                                1, Set.of(Outcome.SECTION_17), "An assessment is needed.", level, null, null)),
                        true,
                        null)
                .ruleOn(Situations.today());
    }

    @Test
    void bothPartnershipsHaveFourLevels() {
        assertThat(SHIPPED.ids()).hasSize(8);
        assertThat(SHIPPED.cited("HSSCP-4"))
                .contains("Level 4, acute needs (child protection): Providing the right support to meet a child's needs"
                        + " (Hartlepool and Stockton-on-Tees)");
    }

    @Test
    void theRuleSaysThatItIsNotConfirmed() {
        assertThat(SHIPPED.source()).startsWith("House rule, to be confirmed");
        assertThat(SHIPPED.lastVerified()).isNull();
    }

    @Test
    void eachListedLevelIsAccepted() {
        assertThat(SHIPPED.ids()).allSatisfy(id -> assertThat(decidedAt(id)).isInstanceOf(Verdict.Ruling.class));
    }

    @Test
    void anotherLevelIsRefusedWithTheListedOnes() {
        assertThat(decidedAt("HSSCP-5"))
                .isInstanceOfSatisfying(Verdict.Refusal.class, refused -> assertThat(refused.sentence())
                        .contains("HSSCP-5", "HSSCP-1", "STSCP-4"));
    }
}
