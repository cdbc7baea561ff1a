package org.teestriage.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.concern.facts.Facts;

/**
 * All that a rule may look at: the facts, who decides and when, the children the step is about (numbered from 1), the
 * threshold decision that stands for them and who made it, what else is open, whose look through broken glass it is about, and whether something is open
 * that the decider may not know of.
 */
public record Situation(
        Facts facts,
        boolean complex,
        List<Integer> children,
        String decider,
        Instant now,
        Optional<Threshold> threshold,
        Set<Step> openElsewhere,
        List<Integer> childrenWithoutOutcome,
        List<String> unacknowledged,
        Optional<String> glassBrokenBy,
        boolean openHeldBack) {

    /** How far the clocks of two honest people may differ. */
    public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    /** A threshold decision as it was made. */
    public record Threshold(ThresholdDecision decision, String decidedBy) {}

    public Situation {
        children = List.copyOf(children);
        openElsewhere = Set.copyOf(openElsewhere);
        childrenWithoutOutcome = List.copyOf(childrenWithoutOutcome);
        unacknowledged = List.copyOf(unacknowledged);
    }

    /** Whether something that is said to have happened is still to come. */
    boolean yetToCome(Instant at) {
        return at.isAfter(now.plus(CLOCKS_DIFFER));
    }
}
