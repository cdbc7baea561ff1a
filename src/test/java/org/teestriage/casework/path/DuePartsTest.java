package org.teestriage.casework.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.PlainConcerns.withoutParts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.testing.client.FactsYaml;

/** Which parts open a step, from what is open and decided. */
class DuePartsTest {

    private static Concern twoParts() {
        Concern concern = withoutParts("children: [{name: Jo}, {name: Max}, {name: Kim}]");
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1, 3));
        concern.addPart("middlesbrough-mach", "E06000002", Jurisdiction.KNOWN, List.of(2));
        return concern;
    }

    private static Concern unknownChild(String more) {
        Concern concern = withoutParts("children: [{unknown: true%s}]".formatted(more));
        concern.addPart("chub", null, Jurisdiction.UNCLEAR, List.of(1));
        return concern;
    }

    private static ThresholdDecision about(String outcome, int... children) {
        String each = IntStream.of(children)
                .mapToObj(child -> "{child: %d, outcomes: [%s], rationale: Enough.}".formatted(child, outcome))
                .collect(Collectors.joining(", "));
        return FactsYaml.as(ThresholdDecision.class, "{complexAbuse: true, children: [" + each + "]}");
    }

    private static List<Integer> received(
            Concern concern, List<DueParts.Open> open, Map<Integer, ThresholdDecision> decided) {
        return DueParts.of(concern, open, decided).received();
    }

    @Test
    void aPartIsReceivedOnceUntilItsChildrenHaveAnOutcome() {
        Concern concern = twoParts();
        assertThat(received(concern, List.of(), Map.of())).containsExactly(1, 2);
        for (Step step : List.of(Step.IMMEDIATE_RISK_CHECK, Step.THRESHOLD_DECISION, Step.SECOND_READING)) {
            assertThat(received(concern, List.of(new DueParts.Open(step, "1")), Map.of()))
                    .as(step.title())
                    .containsExactly(2);
        }
        assertThat(received(concern, List.of(new DueParts.Open(Step.HUB_ACCEPTANCE, "1")), Map.of()))
                .containsExactly(1, 2);
        assertThat(received(concern, List.of(), Map.of(1, about("ADVICE", 1, 3), 2, about("ADVICE", 2))))
                .isEmpty();
    }

    @Test
    void aChildNeedsTheDecisionOfThePartThatItIsIn() {
        Concern concern = twoParts();
        assertThat(DueParts.withoutOutcome(concern, Map.of())).containsExactly(1, 2, 3);
        assertThat(DueParts.withoutOutcome(concern, Map.of(1, about("ADVICE", 1, 2))))
                .containsExactly(2, 3);
    }

    @Test
    void aChildWhoWasNotIdentifiedNeedsAnOutcomeOnceIdentified() {
        Map<Integer, ThresholdDecision> decided = Map.of(1, about("POLICE_INTELLIGENCE", 1));
        assertThat(received(unknownChild(""), List.of(), decided)).isEmpty();
        assertThat(received(unknownChild(", name: Jo"), List.of(), decided)).containsExactly(1);
        assertThat(received(unknownChild(", school: Northfield"), List.of(), decided))
                .containsExactly(1);
    }

    @Test
    void noAuthorityIsSoughtForAChildWhoMayLiveAnywhere() {
        assertThat(DueParts.of(unknownChild(", estimatedAge: 12"), List.of(), Map.of())
                        .inDoubt())
                .isEmpty();
        assertThat(DueParts.of(unknownChild(", name: Jo"), List.of(), Map.of()).inDoubt())
                .containsExactly(1);
        assertThat(DueParts.of(
                                unknownChild(", name: Jo"),
                                List.of(new DueParts.Open(Step.AUTHORITY_DECISION, "1")),
                                Map.of())
                        .inDoubt())
                .isEmpty();
        assertThat(DueParts.of(unknownChild(""), List.of(), Map.of(1, about("SECTION_17", 1)))
                        .inDoubt())
                .as("social care has to get its referral somewhere")
                .containsExactly(1);
    }

    @Test
    void aKnownAuthorityIsInNoDoubt() {
        assertThat(DueParts.of(twoParts(), List.of(), Map.of()).inDoubt()).isEmpty();
    }
}
