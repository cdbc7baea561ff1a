package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Ends steps that have lost their object, never silently: the timeline names each one, and who had claimed it. */
@ApplicationScoped
public class EndedSteps {

    private final WaitingSteps waiting;
    private final ResponsePath path;
    private final EarlierPaths earlierPaths;

    EndedSteps(WaitingSteps waiting, ResponsePath path, EarlierPaths earlierPaths) {
        this.waiting = waiting;
        this.path = path;
        this.earlierPaths = earlierPaths;
    }

    /** Ends what is open for a part whose children have all moved. What was decided for them stays on record with it. */
    public void endIfEmpty(ConcernUpdate update, Part part) {
        if (part.isEmptied()) {
            part.returnMove();
            end(
                    update,
                    part,
                    step -> step.step().item() == Step.Item.PART,
                    "no child is in part %d any more".formatted(part.number()));
        }
    }

    /** Ends the decision on the authority of a part whose postcode has become certain. */
    public void endNeedlessAuthorityDecision(ConcernUpdate update, Part part) {
        if (part.standing() != Part.Jurisdiction.UNCLEAR) {
            end(update, part, step -> step.step() == Step.AUTHORITY_DECISION, "the postcode settles it");
        }
    }

    private void end(ConcernUpdate update, Part part, Predicate<WaitingStep> which, String why) {
        Reference reference = update.concern().reference();
        String item = String.valueOf(part.number());
        List<WaitingStep> ending = waiting.of(reference).stream()
                .filter(step -> step.item().equals(item))
                .filter(which)
                .toList();
        if (ending.isEmpty()) {
            return;
        }
        for (WaitingStep step : ending) {
            update.record(
                    Kind.ENDED,
                    step.step().id(),
                    item,
                    "Ended without a decision, because %s: %s.%s"
                            .formatted(
                                    why,
                                    step.step().title(),
                                    step.claimedByName()
                                            .map(" %s had claimed it."::formatted)
                                            .orElse("")),
                    step.claimedBy().orElse(""));
        }
        earlierPaths.bringForwardIfEarlier(update.concern(), update.now());
        path.end(reference, ending.stream().map(WaitingStep::step).collect(Collectors.toSet()), item);
    }
}
