package org.teestriage.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.StrategyDiscussion.AgreedAction;

/** The actions that the strategy discussions of a part agreed, and what became of them. Pure. */
public record AgreedActions(List<ActionProgress> lines) {

    /**
     * An action.
     *
     * @param number from 1, over all discussions of the part
     * @param dueOn the day by which it is to be done as of now
     */
    public record ActionProgress(
            int number,
            LocalDate heldOn,
            AgreedAction action,
            LocalDate dueOn,
            DiscussionActions.Progress state,
            @Nullable String whyNot) {

        public boolean open() {
            return state == DiscussionActions.Progress.TO_DO;
        }

        public boolean overdue(LocalDate today) {
            return open() && dueOn.isBefore(today);
        }
    }

    public static final AgreedActions NONE = new AgreedActions(List.of());

    public AgreedActions {
        lines = List.copyOf(lines);
    }

    /**
     * The actions of a part.
     *
     * @param ofThePart its discussions, and its decisions on their actions, in their order
     */
    public static AgreedActions of(List<? extends Decision> ofThePart) {
        List<ActionProgress> lines = new ArrayList<>();
        for (Decision each : ofThePart) {
            switch (each.step()) {
                case STRATEGY_DISCUSSION -> add(lines, (StrategyDiscussion) each);
                case DISCUSSION_ACTIONS ->
                    ((DiscussionActions) each)
                            .results()
                            .forEach(result -> lines.set(result.action() - 1, after(lines, result)));
                default -> {}
            }
        }
        return new AgreedActions(lines);
    }

    private static void add(List<ActionProgress> lines, StrategyDiscussion discussion) {
        discussion
                .actions()
                .forEach(action -> lines.add(new ActionProgress(
                        lines.size() + 1,
                        discussion.heldOn(),
                        action,
                        action.dueOn(),
                        DiscussionActions.Progress.TO_DO,
                        null)));
    }

    private static ActionProgress after(List<ActionProgress> lines, DiscussionActions.ActionResult result) {
        ActionProgress before = lines.get(result.action() - 1);
        LocalDate day = result.dueOn();
        return new ActionProgress(
                before.number(),
                before.heldOn(),
                before.action(),
                day == null ? before.dueOn() : day,
                result.state(),
                result.whyNot());
    }

    public List<ActionProgress> open() {
        return lines.stream().filter(ActionProgress::open).toList();
    }

    /** The day by which the next open one is to be done. */
    public Optional<LocalDate> nextDay() {
        return open().stream().map(ActionProgress::dueOn).min(Comparator.naturalOrder());
    }
}
