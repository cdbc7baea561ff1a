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
import org.teestriage.workflow.process.PathInput;
import org.teestriage.workflow.process.PathInput.EarlierItems;

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
                        new EarlierItems(List.of("1"), List.of(), false, false, List.of(), List.of(), List.of("2"))));
    }

    @Test
    void aPathOfReleaseOneIsGivenWhatItsMainFlowOpens() {
        Concern concern = atTheChub(TWO_ACCOUNTS_AND_A_COACH);
        assertThat(PathInputs.input(concern, Set.of(), List.of(2, 10), Set.of("police", "ceop", "platform"))
                        .earlierItems())
                .isEqualTo(new EarlierItems(
                        List.of("1"), List.of(), true, true, List.of("2", "10"), List.of("1", "2"), List.of("2")));
        assertThat(input(concern, "police", "ceop").earlierItems().accounts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void theRoutesOfARulingAreTheRoutesOfThePath(Route ruled) {
        assertThat(PathInputs.input(atTheChub("{}"), Set.of(ruled), List.of(), Set.of("police", "ceop"))
                        .routes())
                .containsExactly(ruled);
    }

    @Test
    void aPathOfAnEarlierModelIsGivenThePartsThatItsMainFlowOpens() {
        Concern concern = withoutParts("children: [{name: Jo}, {name: Max}, {unknown: true}]");
        concern.addPart("chub", "E06000001", Jurisdiction.KNOWN, List.of(1));
        concern.addPart("chub", "E06000047", Jurisdiction.OUTSIDE, List.of(2));
        concern.addPart("chub", null, Jurisdiction.UNCLEAR, List.of(3));
        assertThat(input(concern).earlierItems().parts()).containsExactly("1", "2", "3");
        assertThat(input(concern).earlierItems().unclearParts()).containsExactly("3");
    }
}
