package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.decisionsupport.FirstFindings;
import org.teestriage.casework.triage.effect.StepContext;
import org.teestriage.decision.Decision;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.WaitingStep;

/**
 * Danger that was told is over only when two persons decide the same, or a clinician gave their word. The first finding
 * is kept in the timeline, and its step stays open.
 */
@ApplicationScoped
class StandDowns {

    private final Timeline timeline;

    StandDowns(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Records the finding of the first person if this decision needs a second one, and returns whether it does. */
    boolean ask(StepContext context, Decision decision) {
        ConcernUpdate update = context.update();
        Optional<String> because = decision.standsDown(update.concern().dangerSeen());
        if (because.isEmpty()) {
            return false;
        }
        WaitingStep step = context.step();
        Optional<ChainLink> first =
                FirstFindings.of(timeline, update.concern(), step).map(Timeline.Line::link);
        if (first.isPresent()) {
            if (first.get().signature().user().equals(update.officer().user())) {
                throw RequestRefusedException.conflict("You found this already. Another person has to decide the same,"
                        + " or record the word of a clinician. Nothing has changed.");
            }
            return false;
        }
        if (step.claimedBy().isPresent()) {
            update.record(
                    Kind.RELEASED,
                    step.step().id(),
                    step.item(),
                    "Back in the queue: %s.".formatted(step.step().title()),
                    step.hub());
            step.release();
        }
        update.record(
                Kind.SECOND_DECISION,
                step.step().id(),
                step.item(),
                "No immediate danger found, and waits for a second person: %s".formatted(because.get()),
                decision);
        return true;
    }
}
