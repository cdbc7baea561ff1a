package org.teestriage.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.concern.facts.FactDates;
import org.teestriage.concern.facts.Facts;
import org.teestriage.platform.transaction.Missing;

/**
 * Input of a rule. Lists, sets and optionals are empty where the rule of the step does not use them.
 *
 * @param item of the step
 * @param children numbers, from 1, of the children of the step's part
 * @param decider user name of the person who decides
 * @param threshold the latest threshold decision for the part, and its author
 * @param openElsewhere other open steps that the decider may see
 * @param unacknowledged recipients of letters without acknowledgement that the decider may see
 * @param breakGlassUser user whose break-glass access is under review
 * @param receivedOn the day that decides the ages
 * @param hasHiddenOpenItems whether a step or letter that the decider may not see is still open
 */
public record Situation(
        Facts facts,
        boolean complex,
        String item,
        List<Integer> children,
        String decider,
        Instant now,
        Optional<Threshold> threshold,
        Set<Open> openElsewhere,
        List<Integer> childrenWithoutOutcome,
        List<Missing> unacknowledged,
        Optional<String> breakGlassUser,
        boolean hasHiddenOpenItems,
        Partners partners,
        LocalDate receivedOn,
        Safeguarding safeguarding) {

    /**
     * Where the partners stand, as far as the decider may know.
     *
     * @param unsettled reports and referrals that are due and not settled
     * @param policeMissing whether section 47 enquiries were decided and no position of the police is on record
     * @param ladoMissing numbers of the adults who work with children, or may, and about whom no position of the LADO is on record
     * @param unanswered partner checks that were asked, and neither answered nor given up
     */
    public record Partners(
            List<Missing> unsettled, boolean policeMissing, List<Integer> ladoMissing, List<Missing> unanswered) {

        public static final Partners SETTLED = new Partners(List.of(), false, List.of(), List.of());

        public Partners {
            unsettled = List.copyOf(unsettled);
            ladoMissing = List.copyOf(ladoMissing);
            unanswered = List.copyOf(unanswered);
        }
    }

    /**
     * What was decided about section 47 enquiries.
     *
     * @param restsOnThePolice whether a decision for a child rests on the police
     * @param section47 numbers of the children of the concern for whom section 47 enquiries stand
     * @param discussion the latest strategy discussion of the part
     * @param actions of the strategy discussions of the part
     */
    public record Safeguarding(
            boolean restsOnThePolice, Set<Integer> section47, Optional<Discussion> discussion, AgreedActions actions) {

        public static final Safeguarding NONE = new Safeguarding(false, Set.of(), Optional.empty(), AgreedActions.NONE);

        public Safeguarding {
            section47 = Set.copyOf(section47);
        }
    }

    public record Discussion(StrategyDiscussion decision, String recordedBy) {}

    /** An open step. */
    public record Open(Step step, String item) {

        Missing missing() {
            return missing(step, item);
        }

        public static Missing missing(Step step, String item) {
            return new Missing(
                    "%s %s".formatted(step.title(), item).strip(),
                    item.isEmpty() ? "steps/" + step.id() : "steps/%s/%s".formatted(step.id(), item));
        }
    }

    public record Threshold(ThresholdDecision decision, String decidedBy) {}

    public Situation {
        children = List.copyOf(children);
        openElsewhere = Set.copyOf(openElsewhere);
        childrenWithoutOutcome = List.copyOf(childrenWithoutOutcome);
        unacknowledged = List.copyOf(unacknowledged);
    }

    /** Whether the moment is in the future, with {@link FactDates#CLOCKS_DIFFER} as tolerance. */
    boolean isInFuture(Instant at) {
        return FactDates.isInFuture(at, now);
    }
}
