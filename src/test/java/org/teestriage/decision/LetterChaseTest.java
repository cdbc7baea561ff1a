package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.decision.LetterChase.StillNeeded;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

class LetterChaseTest {

    private static final String SENT = "sent: {how: TELEPHONE, at: '%s', to: Duty desk, theirReference: SC-1}";

    private static LetterChase chase(String yaml) {
        return FactsYaml.as(LetterChase.class, "rationale: They were rung\n" + yaml);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remedy: SEND_AGAIN | The letter goes on its way again, under the same key.",
                "remedy: NOT_NEEDED | The letter was decided not to be needed any more.",
            })
    void sendingAgainAndNotNeededNeedNoFurtherFields(String yaml, String sentence) {
        assertThat(ConstraintViolations.in(chase(yaml))).isEmpty();
        assertThat(chase(yaml).ruleOn(Situations.today())).isEqualTo(Ruling.of(sentence));
    }

    @Test
    void aLetterIsRecordedAsReceivedUnlessTheReceiptIsInTheFuture() {
        LetterChase received = chase("remedy: RECEIVED\n" + SENT.formatted(Situations.LATEST_ACCEPTED));
        assertThat(ConstraintViolations.in(received)).isEmpty();
        assertThat(received.ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The letter was received: a person has the partner's reference."));
        assertThat(chase("remedy: RECEIVED\n" + SENT.formatted(Situations.FUTURE))
                        .ruleOn(Situations.today()))
                .isEqualTo(new Refusal(
                        "The letter is said to be received in the future. Call them first, then record it."));
    }

    @Test
    void aPartnerGetsMoreTimeButNotMoreThanSevenDays() {
        assertThat(ConstraintViolations.in(chase("remedy: WAIT\nwaitUntil: " + Situations.IN_A_MINUTE)))
                .isEmpty();
        assertThat(chase("remedy: WAIT\nwaitUntil: " + Situations.IN_A_MINUTE).ruleOn(Situations.today()))
                .isEqualTo(Ruling.of("The partner was given more time for the letter."));
        assertThat(chase("remedy: WAIT\nwaitUntil: " + Situations.NOW).ruleOn(Situations.today()))
                .isEqualTo(new Refusal("That moment is over already. Say until when the partner needs more time."));
        assertThat(chase("remedy: WAIT\nwaitUntil: 2026-09-29T09:00:00Z").ruleOn(Situations.today()))
                .isInstanceOf(Ruling.class);
        assertThat(chase("remedy: WAIT\nwaitUntil: 2026-09-29T09:00:01Z").ruleOn(Situations.today()))
                .isEqualTo(new Refusal("A letter is looked at again within 7 days. Give an earlier moment."));
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatIsStillNeededEndsInNoOtherWayThanWithAReceipt(StillNeeded why) {
        assertThat(chase("remedy: NOT_NEEDED").refusal(Optional.of(why)))
                .get()
                .extracting(Refusal::sentence)
                .asString()
                .contains("cannot end as not needed", "record their reference", "again", "more time");
        assertThat(chase("remedy: NOT_NEEDED").refusal(Optional.empty())).isEmpty();
        for (String other : List.of(
                "remedy: SEND_AGAIN",
                "remedy: WAIT\nwaitUntil: " + Situations.IN_A_MINUTE,
                "remedy: RECEIVED\n" + SENT.formatted(Situations.NOW))) {
            assertThat(chase(other).refusal(Optional.of(why))).as(other).isEmpty();
        }
    }

    @Test
    void missingAndSurplusFieldsAreNamed() {
        String sent = "sent: say how it was received, and under which reference, where it was";
        String wait = "waitUntil: say until when, where the partner needs more time";
        assertThat(ConstraintViolations.in(chase("remedy: RECEIVED"))).containsExactly(sent);
        assertThat(ConstraintViolations.in(chase("remedy: WAIT"))).containsExactly(wait);
        assertThat(ConstraintViolations.in(chase(
                        "remedy: SEND_AGAIN\nwaitUntil: 2026-09-24T09:00:00Z\n" + SENT.formatted(Situations.NOW))))
                .containsExactly(sent, wait);
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(LetterChase.class, "remedy: NOT_NEEDED")))
                .containsExactly("rationale");
    }
}
