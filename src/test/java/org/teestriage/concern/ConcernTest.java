package org.teestriage.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.testing.client.FactsYaml;

class ConcernTest {

    private static final Instant NOW = Instant.parse("2026-09-22T09:00:00.000001Z");
    private static final Reference OTHER = new Reference("0000-0015-0");
    private static final String DANGER = "urgency: {dangerNow: YES, selfHarmOrSuicide: NO, meetingArranged: NO,"
            + " abuseLive: NO, childWithSuspect: NO}";

    private static Concern concernOf(String facts) {
        return new Concern(
                new Reference("28T5-CY4T-Y"), NOW, "northgate-school", "pat", FactsYaml.facts(facts), "root");
    }

    @Test
    void aNewConcernIsOpenAmberAndComplex() {
        Concern concern = concernOf("{}");
        assertThat(concern.open()).isTrue();
        assertThat(concern.priority()).isEqualTo(Priority.AMBER);
        assertThat(concern.complex()).isTrue();
        assertThat(concern.dangerSeen()).isFalse();
        assertThat(concernOf(DANGER).dangerSeen()).isTrue();
    }

    @Test
    void amendedFactsDoNotClearDangerSeenEarlier() {
        Concern concern = concernOf("{}");
        concern.seeDanger("The school rang again.", NOW);
        concern.amend(FactsYaml.facts());
        assertThat(concern.dangerSeen()).isTrue();
        assertThat(concern.priority()).isEqualTo(Priority.RED);
        assertThat(concern.priorityReason()).isEqualTo("The school rang again.");
    }

    @Test
    void dangerInAmendedFactsSetsDangerSeen() {
        Concern concern = concernOf("{}");
        concern.amend(FactsYaml.facts(DANGER));
        assertThat(concern.dangerSeen()).isTrue();
    }

    @Test
    void aDuplicateIsLinkedAndClosedAndReopeningRemovesTheLink() {
        Concern concern = concernOf("{}");
        concern.withdrawAsDuplicateOf(OTHER, NOW);
        assertThat(concern.open()).isFalse();
        assertThat(concern.duplicateOf()).contains(OTHER);
        assertThat(concern.closedAt()).contains(NOW);
        concern.reopen(NOW);
        assertThat(concern.open()).isTrue();
        assertThat(concern.duplicateOf()).isEmpty();
    }

    @Test
    void theTimelineAcceptsOnlyTheNextSequenceNumber() {
        Concern concern = concernOf("{}");
        concern.extendTimeline(1, "first");
        assertThatIllegalStateException()
                .isThrownBy(() -> concern.extendTimeline(1, "another first"))
                .withMessage("the timeline of 28T5-CY4T-Y does not end at the previous sequence number");
        assertThatIllegalStateException().isThrownBy(() -> concern.extendTimeline(3, "third"));
        assertThat(concern.timelineHead()).isEqualTo("first");
        assertThat(concern.timelineLength()).isEqualTo(1);
    }

    @Test
    void partsAreNumberedAndFoundByNumberAndChild() {
        Concern concern = concernOf("{}");
        Part first = concern.addPart("mach", "E06000002", Part.Jurisdiction.KNOWN, List.of(1, 3));
        Part second = concern.addPart("chub", null, Part.Jurisdiction.UNCLEAR, List.of(2));
        assertThat(concern.part(1)).isSameAs(first);
        assertThat(concern.part(2)).isSameAs(second);
        assertThat(concern.partOfChild(3)).isSameAs(first);
        assertThatIllegalArgumentException().isThrownBy(() -> concern.part(3));
        assertThatIllegalArgumentException().isThrownBy(() -> concern.partOfChild(4));
    }

    @Test
    void aPartWithoutChildrenStaysOnRecordAndLeadsNoMore() {
        Concern concern = concernOf("{}");
        concern.addPart("mach", "E06000002", Part.Jurisdiction.KNOWN, List.of(2, 1));
        Part other = concern.addPart("chub", "E06000001", Part.Jurisdiction.KNOWN, List.of(3));
        concern.moveChildren(List.of(1, 2), other);
        assertThat(concern.parts()).containsExactly(other);
        assertThat(other.children()).containsExactly(1, 2, 3);
        assertThat(concern.leadingPart()).isSameAs(other);
        assertThat(concern.part(1).children()).isEmpty();
        assertThat(concern.nextPartNumber()).isEqualTo(3);
    }

    @Test
    void aPartStaysWithItsHubUntilTheOtherHubAccepts() {
        Part part = concernOf("{}").addPart("mach", "E06000002", Part.Jurisdiction.KNOWN, List.of(1));
        part.proposeMove("chub");
        assertThat(part.hub()).isEqualTo("mach");
        part.returnMove();
        assertThat(part.proposedMove()).isEmpty();
        assertThat(part.hub()).isEqualTo("mach");
        part.proposeMove("chub");
        Instant accepted = Instant.parse("2026-09-22T10:00:00Z");
        part.acceptMove("E06000001", Part.Jurisdiction.KNOWN, accepted);
        assertThat(part.hub()).isEqualTo("chub");
        assertThat(part.authority()).contains("E06000001");
        assertThat(part.placedAt()).contains(accepted);
        assertThat(part.ground()).contains(Part.Ground.MOVE);
        assertThat(part.proposedMove()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1,2,30"})
    void numbersAreStoredAsText(String text) {
        Concern.NumbersAsText numbers = new Concern.NumbersAsText();
        assertThat(numbers.convertToDatabaseColumn(numbers.convertToEntityAttribute(text)))
                .isEqualTo(text);
    }
}
