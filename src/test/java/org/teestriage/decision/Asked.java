package org.teestriage.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.concern.facts.Facts;
import org.teestriage.testing.client.FactsYaml;

/** Situations to rule in. Unless a test says otherwise: one child, complex, nothing else open, Sam decides. */
final class Asked {

    static final Instant NOW = Instant.parse("2026-09-22T09:00:00Z");
    static final Instant IN_A_MINUTE = NOW.plusSeconds(60);

    /** The last moment that may still be somebody's now, and the first that is nobody's. */
    static final Instant BY_ANOTHER_CLOCK = NOW.plusSeconds(120);

    static final Instant YET_TO_COME = BY_ANOTHER_CLOCK.plusMillis(1);
    static final String SAM = "sam";

    private Asked() {}

    static Situation today() {
        return about(FactsYaml.facts());
    }

    static Situation about(Facts facts) {
        return situation(facts, true, List.of(1), Optional.empty());
    }

    static Situation aboutChildren(Integer... children) {
        return situation(FactsYaml.facts(), true, List.of(children), Optional.empty());
    }

    static Situation notComplex() {
        return situation(FactsYaml.facts(), false, List.of(1), Optional.empty());
    }

    static Situation at(Instant now) {
        Situation today = today();
        return new Situation(
                today.facts(),
                today.complex(),
                today.children(),
                today.decider(),
                now,
                today.threshold(),
                today.openElsewhere(),
                today.childrenWithoutOutcome(),
                today.unacknowledged(),
                Optional.empty(),
                false);
    }

    static Situation aboutGlassBrokenBy(String user) {
        return new Situation(
                FactsYaml.facts(),
                true,
                List.of(),
                SAM,
                NOW,
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.of(user),
                false);
    }

    static Situation afterDecision(ThresholdDecision decision, String decidedBy) {
        return situation(
                FactsYaml.facts(), true, List.of(1), Optional.of(new Situation.Threshold(decision, decidedBy)));
    }

    static Situation closing(Set<Step> open, List<Integer> withoutOutcome, List<String> unacknowledged) {
        return closing(open, withoutOutcome, unacknowledged, false);
    }

    static Situation closing(
            Set<Step> open, List<Integer> withoutOutcome, List<String> unacknowledged, boolean openHeldBack) {
        return new Situation(
                FactsYaml.facts(),
                true,
                List.of(),
                SAM,
                NOW,
                Optional.empty(),
                open,
                withoutOutcome,
                unacknowledged,
                Optional.empty(),
                openHeldBack);
    }

    private static Situation situation(
            Facts facts, boolean complex, List<Integer> children, Optional<Situation.Threshold> threshold) {
        return new Situation(
                facts, complex, children, SAM, NOW, threshold, Set.of(), List.of(), List.of(), Optional.empty(), false);
    }
}
