package org.teestriage.casework.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.PlainConcerns.atTheChub;
import static org.teestriage.testing.PlainConcerns.withoutParts;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.decision.Route;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.testing.client.FactsYaml;
import org.teestriage.workflow.process.PathInput;
import org.teestriage.workflow.process.PathInput.EarlierReports;

/** What the engine is given when a token moves: branches to open, and the items of repeated steps. */
class PathInputsTest {

    private static final String TWO_ACCOUNTS_AND_A_COACH = """
            suspects:
            - {identities: [{handle: alex_plays_99, platform: BlockQuest}]}
            - {worksWithChildren: YES, identities: [{handle: coach_lee, platform: BlockQuest}]}
            - {worksWithChildren: NOT_KNOWN}
            """;

    private static PathInput input(Concern concern, String... due) {
        return PathInputs.input(concern, Set.of(), List.of(), Set.of(due));
    }

    @Test
    void noReportIsDueOnTheMainFlowWithoutARule() {
        assertThat(input(atTheChub(TWO_ACCOUNTS_AND_A_COACH)))
                .isEqualTo(new PathInput(
                        Set.of(),
                        List.of("1"),
                        List.of(),
                        new EarlierReports(false, false, List.of(), List.of(), List.of("2"))));
    }

    @Test
    void aPathOfReleaseOneIsGivenWhatItsMainFlowOpens() {
        Concern concern = atTheChub(TWO_ACCOUNTS_AND_A_COACH);
        assertThat(PathInputs.input(concern, Set.of(), List.of(2, 10), Set.of("police", "ceop", "platform"))
                        .earlierReports())
                .isEqualTo(new EarlierReports(true, true, List.of("2", "10"), List.of("1", "2"), List.of("2")));
        assertThat(input(concern, "police", "ceop").earlierReports().accounts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void theRoutesOfARulingAreTheRoutesOfThePath(Route ruled) {
        assertThat(PathInputs.input(atTheChub("{}"), Set.of(ruled), List.of(), Set.of("police", "ceop"))
                        .routes())
                .containsExactly(ruled);
    }

    @Test
    void everyPartIsAnItemAndAnUnclearOneNeedsItsAuthorityDecided() {
        Concern concern = withoutParts("children: [{name: Jo}, {name: Max}, {unknown: true}]");
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        concern.addPart("chub", "E06000047", Jurisdiction.OUTSIDE, List.of(2));
        concern.addPart("chub", null, Jurisdiction.UNCLEAR, List.of(3));
        assertThat(input(concern).parts()).containsExactly("1", "2", "3");
        assertThat(input(concern).unclearParts()).containsExactly("3");
    }

    // Children without an outcome

    private static ThresholdDecision about(int... children) {
        String each = java.util.Arrays.stream(children)
                .mapToObj("{child: %d, outcomes: [ADVICE], rationale: Advice is enough.}"::formatted)
                .collect(java.util.stream.Collectors.joining(", "));
        return FactsYaml.as(ThresholdDecision.class, "{complexAbuse: true, children: [" + each + "]}");
    }

    @Test
    void aChildWithoutADecisionHasNoOutcome() {
        assertThat(PathInputs.withoutOutcome(3, List.of())).containsExactly(1, 2, 3);
        assertThat(PathInputs.withoutOutcome(3, List.of(about(2)))).containsExactly(1, 3);
    }

    @Test
    void theDecisionsOfAllPartsCount() {
        assertThat(PathInputs.withoutOutcome(3, List.of(about(1), about(2, 3)))).isEmpty();
    }
}
