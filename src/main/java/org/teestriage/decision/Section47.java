package org.teestriage.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** For which children of a concern section 47 enquiries stand. Pure. */
public final class Section47 {

    private Section47() {}

    /**
     * A decision.
     *
     * @param item of its step
     * @param children of its part, for a discussion of the earlier form, which names none
     */
    public record Decided(Decision decision, String item, List<Integer> children) {}

    /**
     * The children for whom a threshold decision or a strategy discussion said so, and no manager agreed that they end. A
     * new threshold decision ends none that a discussion began.
     *
     * @param inOrder all decisions of the concern
     */
    public static Set<Integer> standing(List<Decided> inOrder) {
        Enquiries enquiries = new Enquiries();
        for (Decided each : inOrder) {
            switch (each.decision().step()) {
                case THRESHOLD_DECISION -> enquiries.after((ThresholdDecision) each.decision());
                case STRATEGY_DISCUSSION -> enquiries.after((StrategyDiscussion) each.decision(), each);
                case END_OF_ENQUIRIES -> enquiries.after((EndOfEnquiries) each.decision(), each);
                default -> {}
            }
        }
        return enquiries.standing;
    }

    /** The enquiries as the decisions leave them one after another. */
    private static final class Enquiries {
        private final Set<Integer> standing = new TreeSet<>();
        private final Set<Integer> begunByADiscussion = new TreeSet<>();
        private final Map<String, List<Integer>> decidedAgainst = new HashMap<>();

        void after(ThresholdDecision threshold) {
            threshold.children().forEach(child -> {
                if (child.outcomes().contains(Outcome.SECTION_47)) {
                    standing.add(child.child());
                } else if (!begunByADiscussion.contains(child.child())) {
                    standing.remove(child.child());
                }
            });
        }

        void after(StrategyDiscussion discussion, Decided place) {
            boolean earlier = discussion.ofTheEarlierForm();
            List<Integer> begun = earlier && discussion.beginsEnquiries() ? place.children() : discussion.begun();
            standing.addAll(begun);
            begunByADiscussion.addAll(begun);
            decidedAgainst.put(place.item(), discussion.without());
            if (earlier && begun.isEmpty()) {
                // It counted at once.
                end(place.children());
            }
        }

        void after(EndOfEnquiries ending, Decided place) {
            if (ending.agrees()) {
                end(decidedAgainst.getOrDefault(place.item(), List.of()));
            }
        }

        private void end(List<Integer> children) {
            children.forEach(standing::remove);
            children.forEach(begunByADiscussion::remove);
        }
    }
}
