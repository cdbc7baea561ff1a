package org.teestriage.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.transaction.Missing;
import org.teestriage.testing.client.FactsYaml;

/** Situations for rulings. Defaults: one child, complex abuse, no other open step, decided by Sam. */
final class Situations {

    static final Instant NOW = Instant.parse("2026-09-22T09:00:00Z");
    static final LocalDate RECEIVED_ON = LocalDate.of(2026, 9, 22);
    static final Instant IN_A_MINUTE = NOW.plusSeconds(60);

    /** The latest time that counts as present, given the tolerance for clock skew, and the first that is refused. */
    static final Instant LATEST_ACCEPTED = NOW.plusSeconds(60);

    static final Instant FUTURE = LATEST_ACCEPTED.plusMillis(1);
    static final String SAM = "sam";

    private Situations() {}

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
                today.item(),
                today.children(),
                today.decider(),
                now,
                today.threshold(),
                today.openElsewhere(),
                today.childrenWithoutOutcome(),
                today.unacknowledged(),
                Optional.empty(),
                false,
                Situation.Partners.SETTLED,
                RECEIVED_ON,
                Situation.Safeguarding.NONE);
    }

    static Situation reviewingTheGrantOf(String user) {
        return new Situation(
                FactsYaml.facts(),
                true,
                "",
                List.of(),
                SAM,
                NOW,
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.of(user),
                false,
                Situation.Partners.SETTLED,
                RECEIVED_ON,
                Situation.Safeguarding.NONE);
    }

    static Situation afterDecision(ThresholdDecision decision, String decidedBy) {
        return situation(
                FactsYaml.facts(), true, List.of(1), Optional.of(new Situation.Threshold(decision, decidedBy)));
    }

    static Situation closing(Set<Step> open, List<Integer> withoutOutcome, List<String> unacknowledged) {
        return closing(open, withoutOutcome, unacknowledged, false);
    }

    static Situation closing(
            Set<Step> open, List<Integer> withoutOutcome, List<String> unacknowledged, boolean hasHiddenOpenItems) {
        return new Situation(
                FactsYaml.facts(),
                true,
                "",
                List.of(),
                SAM,
                NOW,
                Optional.empty(),
                open.stream().map(step -> new Situation.Open(step, "")).collect(Collectors.toSet()),
                withoutOutcome,
                unacknowledged.stream()
                        .map(recipient -> new Missing(recipient, "letters/1"))
                        .toList(),
                Optional.empty(),
                hasHiddenOpenItems,
                Situation.Partners.SETTLED,
                RECEIVED_ON,
                Situation.Safeguarding.NONE);
    }

    static Situation closing(Situation.Partners partners) {
        Situation closing = closing(Set.of(), List.of(), List.of());
        return new Situation(
                closing.facts(),
                closing.complex(),
                closing.item(),
                closing.children(),
                closing.decider(),
                closing.now(),
                closing.threshold(),
                closing.openElsewhere(),
                closing.childrenWithoutOutcome(),
                closing.unacknowledged(),
                closing.breakGlassUser(),
                closing.hasHiddenOpenItems(),
                partners,
                closing.receivedOn(),
                closing.safeguarding());
    }

    static Situation safeguarding(Situation.Safeguarding safeguarding) {
        Situation today = today();
        return new Situation(
                today.facts(),
                today.complex(),
                today.item(),
                today.children(),
                today.decider(),
                today.now(),
                today.threshold(),
                today.openElsewhere(),
                today.childrenWithoutOutcome(),
                today.unacknowledged(),
                today.breakGlassUser(),
                today.hasHiddenOpenItems(),
                today.partners(),
                today.receivedOn(),
                safeguarding);
    }

    private static Situation situation(
            Facts facts, boolean complex, List<Integer> children, Optional<Situation.Threshold> threshold) {
        return new Situation(
                facts,
                complex,
                "1",
                children,
                SAM,
                NOW,
                threshold,
                Set.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Situation.Partners.SETTLED,
                RECEIVED_ON,
                Situation.Safeguarding.NONE);
    }
}
