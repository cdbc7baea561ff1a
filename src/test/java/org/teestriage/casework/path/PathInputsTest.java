package org.teestriage.casework.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.PlainConcerns.atTheChub;
import static org.teestriage.testing.PlainConcerns.withoutParts;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part.Jurisdiction;
import org.teestriage.decision.Route;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.testing.client.FactsYaml;
import org.teestriage.workflow.process.PathInput;

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
    void withoutDueReportsNoReportBranchOpens() {
        assertThat(input(atTheChub(TWO_ACCOUNTS_AND_A_COACH)))
                .isEqualTo(new PathInput(Set.of(), List.of("1"), List.of(), List.of(), List.of(), List.of("2")));
    }

    @ParameterizedTest
    @CsvSource({"police, POLICE_DUE", "ceop, CEOP_DUE"})
    void aDueReportOpensItsBranch(String report, Route route) {
        assertThat(input(atTheChub("{}"), report).routes()).containsExactly(route);
    }

    @Test
    void eachAccountIsAnItemOnlyIfAPlatformReportIsDue() {
        Concern concern = atTheChub(TWO_ACCOUNTS_AND_A_COACH);
        assertThat(input(concern, "platform").accounts()).containsExactly("1", "2");
        assertThat(input(concern, "platform").routes()).isEmpty();
        assertThat(input(concern, "police", "ceop").accounts()).isEmpty();
    }

    @Test
    void aSuspectWhoIsKnownToWorkWithChildrenIsAnItemWhateverReportIsDue() {
        assertThat(input(atTheChub(TWO_ACCOUNTS_AND_A_COACH), "lado").workplaces())
                .containsExactly("2");
        assertThat(input(atTheChub("{}"), "lado").workplaces()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void theRoutesOfARulingStayOpenBesideThoseOfTheFacts(Route ruled) {
        assertThat(PathInputs.input(atTheChub("{}"), Set.of(ruled), List.of(), Set.of("police", "ceop"))
                        .routes())
                .contains(ruled, Route.POLICE_DUE, Route.CEOP_DUE)
                .hasSizeLessThanOrEqualTo(3);
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

    @Test
    void referredChildrenAreItemsInTheOrderGiven() {
        assertThat(PathInputs.input(atTheChub("{}"), Set.of(), List.of(2, 10), Set.of())
                        .referredChildren())
                .containsExactly("2", "10");
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
