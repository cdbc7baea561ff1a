package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.teestriage.access.authorization.ConcernUpdate;
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
        Optional<ChainLink> first = firstFinding(update, step);
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

    /** The finding of a first person since danger was last told. */
    private Optional<ChainLink> firstFinding(ConcernUpdate update, WaitingStep step) {
        Instant told = update.concern().dangerAt();
        return timeline.read(update.concern().reference().value()).stream()
                .filter(line -> line.link().kind() == Kind.SECOND_DECISION
                        && line.link().step().equals(step.step().id())
                        && line.link().item().equals(step.item())
                        && (told == null || !line.at().isBefore(told)))
                .map(Timeline.Line::link)
                .reduce((earlier, later) -> later);
    }
}
