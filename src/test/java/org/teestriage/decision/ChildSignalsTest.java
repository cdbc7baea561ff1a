package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.testing.client.Api.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.client.Bodies;

/** Inputs of the decision table of outcomes, for one child. */
class ChildSignalsTest {

    private static ChildSignals of(Object... changes) {
        return ChildSignals.of(Json.read(with(Bodies.GROOMING, changes).toString(), Facts.class), 1, false);
    }

    @Test
    void groomingByASuspectOfUnknownAgeIsSexualAndPossiblyByAnAdult() {
        assertThat(of())
                .isEqualTo(new ChildSignals(
                        true, true, false, false, false, false, false, false, false, false, false, false));
    }

    @Test
    void eachFactSetsItsOwnSignal() {
        assertThat(of("/urgency/dangerNow", "YES").dangerNow()).isTrue();
        assertThat(of("/urgency/meetingArranged", "YES").meetingArranged()).isTrue();
        assertThat(of("/urgency/abuseLive", "YES").abuseLive()).isTrue();
        assertThat(of("/urgency/childWithSuspect", "YES").withSuspect()).isTrue();
        assertThat(of("/urgency/meetingArranged", "NOT_KNOWN").meetingArranged())
                .as("not known")
                .isFalse();
        assertThat(of("/kinds", List.of("SEXTORTION")).coercion()).isTrue();
        assertThat(of("/kinds", List.of("SEXUAL_EXPLOITATION")).exploitation()).isTrue();
        assertThat(of("/suspects/0/worksWithChildren", "YES").suspectWorksWithChildren())
                .isTrue();
        assertThat(of("/suspects/0/ageGroup", "UNDER_18").adultSuspect()).isFalse();
        assertThat(of("/children/0/missing", "YES").missing()).isTrue();
        assertThat(of("/children/0/knownWorkers", List.of(Map.of("name", "Sam Worker")))
                        .knownToWorker())
                .isTrue();
    }

    @Test
    void signalsOfAChildIgnoreTheFactsOfOtherChildren() {
        Facts facts = Json.read(
                with(Bodies.GROOMING, "/children/1", Map.of("name", "Jamie Sample", "missing", "YES"))
                        .toString(),
                Facts.class);
        assertThat(ChildSignals.of(facts, 1, true).missing()).isFalse();
        assertThat(ChildSignals.of(facts, 2, false).missing()).isTrue();
        assertThat(ChildSignals.of(facts, 1, true).outsideTees()).isTrue();
        assertThat(ChildSignals.of(facts, 2, false).outsideTees()).isFalse();
    }
}
