package org.teestriage.casework.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.decision.AgreedActions;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Section47;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.workflow.obligation.Obligation;
import org.teestriage.workflow.obligation.ObligationKind;
import org.teestriage.workflow.step.DecidedStep;

/** What the strategy discussions of a concern decided, and what is due after them. Pure. */
public final class Discussions {

    static final String FOLLOWED_UP = "House rule, to be confirmed with the partnerships";

    private static final String SHARED =
            "Practice standards: the record of a strategy discussion is shared within one working day";
    private static final String TO_SHARE = "A strategy discussion was recorded. Those who took part get its record.";
    private static final String TO_END =
            "The strategy discussion decided against section 47 enquiries that stand for a child. A manager decides whether"
                    + " they end.";

    private Discussions() {}

    /** The children for whom section 47 enquiries stand. */
    public static Set<Integer> section47(Concern concern, List<DecidedStep> inOrder) {
        return Section47.standing(inOrder.stream()
                .filter(step -> switch (step.step()) {
                    case THRESHOLD_DECISION, STRATEGY_DISCUSSION, END_OF_ENQUIRIES -> true;
                    default -> false;
                })
                .map(step -> new Section47.Decided(
                        decision(step),
                        step.item(),
                        concern.part(Integer.parseInt(step.item())).children()))
                .toList());
    }

    public static AgreedActions actions(String part, List<DecidedStep> inOrder) {
        return AgreedActions.of(inOrder.stream()
                .filter(step -> step.item().equals(part)
                        && (step.step() == Step.STRATEGY_DISCUSSION || step.step() == Step.DISCUSSION_ACTIONS))
                .map(Discussions::decision)
                .toList());
    }

    /** What is due after the latest discussion of each part and was not recorded. Discussions of the earlier form need nothing. */
    static List<DueReport> due(Concern concern, List<DecidedStep> inOrder, List<Obligation> recorded) {
        List<DueReport> due = new ArrayList<>();
        for (Part part : concern.parts()) {
            String item = String.valueOf(part.number());
            latest(item, inOrder).forEach(held -> {
                StrategyDiscussion discussion = held.decision(StrategyDiscussion.class);
                if (!isCovered(ObligationKind.DISCUSSION_RECORD, held, recorded)) {
                    due.add(new DueReport(ObligationKind.DISCUSSION_RECORD, item, List.of(TO_SHARE), SHARED));
                }
                if (!isCovered(ObligationKind.END_OF_ENQUIRIES, held, recorded)
                        && section47(concern, inOrder).stream().anyMatch(discussion.without()::contains)) {
                    due.add(new DueReport(ObligationKind.END_OF_ENQUIRIES, item, List.of(TO_END), FOLLOWED_UP));
                }
            });
        }
        return due;
    }

    private static Stream<DecidedStep> latest(String item, List<DecidedStep> inOrder) {
        return inOrder.stream()
                .filter(step ->
                        step.step() == Step.STRATEGY_DISCUSSION && step.item().equals(item))
                .reduce((earlier, later) -> later)
                .filter(step -> !step.decision(StrategyDiscussion.class).ofTheEarlierForm())
                .stream();
    }

    private static boolean isCovered(ObligationKind kind, DecidedStep held, List<Obligation> recorded) {
        return recorded.stream()
                .anyMatch(each -> each.kind() == kind
                        && each.item().equals(held.item())
                        && each.coversWhatWasDecided(held.decidedAt()));
    }

    private static Decision decision(DecidedStep step) {
        return step.decision(step.step().decision());
    }
}
