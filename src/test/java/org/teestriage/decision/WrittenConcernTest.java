package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

class WrittenConcernTest {

    private static final Situation CALL_ABOUT_TWO = Situations.about(FactsYaml.facts("""
            call: {takenBy: Kim Officer, at: 2026-09-22T08:00:00Z}
            children: [{unknown: true}, {unknown: true}]
            """));
    private static final String TWO = "children: [{name: Robin Sample}, {name: Charlie Sample}]\n";

    private static Verdict written(Facts facts) {
        return new WrittenConcern(facts).ruleOn(CALL_ABOUT_TWO);
    }

    @Test
    void aWrittenConcernAfterACallIsAccepted() {
        assertThat(written(FactsYaml.facts(TWO)))
                .isEqualTo(Ruling.of("The written concern followed the telephone call."));
    }

    @Test
    void aWrittenConcernMayAddChildrenButNotOmitAny() {
        assertThat(written(FactsYaml.facts("children: [{unknown: true}, {unknown: true}, {unknown: true}]")))
                .isInstanceOf(Ruling.class);
        assertThat(written(FactsYaml.facts("children: [{name: Robin Sample}]")))
                .isEqualTo(
                        new Refusal("The call told of 2 children; the written concern must tell of all of them, in the"
                                + " same order."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dangerNow", "selfHarmOrSuicide", "meetingArranged", "abuseLive", "childWithSuspect"})
    void aYesToAnUrgencyQuestionRaisesDanger(String question) {
        String urgency = """
                urgency: {dangerNow: NO, selfHarmOrSuicide: NO, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO}
                """.replace(question + ": NO", question + ": YES");
        assertThat(written(FactsYaml.facts(TWO + urgency)))
                .isEqualTo(Ruling.of("The written concern followed the telephone call.")
                        .with(PathMessage.DANGER_RAISED));
    }

    @Test
    void aWrittenConcernMustNotContainTheCall() {
        assertThat(ConstraintViolations.in(
                        new WrittenConcern(FactsYaml.facts("call: {takenBy: Kim Officer, at: 2026-09-22T08:00:00Z}"))))
                .containsExactly("facts: leave out the call: it is already recorded");
        assertThat(ConstraintViolations.in(new WrittenConcern(FactsYaml.facts())))
                .isEmpty();
    }

    @Test
    void theFactsOfAWrittenConcernAreValidated() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(WrittenConcern.class, "{}")))
                .containsExactly("facts");
        assertThat(ConstraintViolations.in(new WrittenConcern(FactsYaml.facts("referrer: {name: Pat Example}"))))
                .containsExactly("facts.referrer.phone: give a telephone number or an e-mail address to reach you");
    }
}
