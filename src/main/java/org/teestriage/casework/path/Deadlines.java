package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.Deadline;
import org.teestriage.deadline.DeadlineContext;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.deadline.Restart;
import org.teestriage.decision.CeopDecision;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.decision.Report;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Deadlines of the steps of one concern: counted when a step opens, and again when the concern becomes more urgent. */
@ApplicationScoped
class Deadlines {

    private final DeadlineRules deadlineRules;
    private final Directory directory;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final ResponsePath path;

    Deadlines(
            DeadlineRules deadlineRules,
            Directory directory,
            WaitingSteps waiting,
            DecidedSteps decided,
            ResponsePath path) {
        this.deadlineRules = deadlineRules;
        this.directory = directory;
        this.waiting = waiting;
        this.decided = decided;
        this.path = path;
    }

    /** The deadline of a step that opens now; one that comes back, or whose concern was opened again, counts from then. */
    Deadline opening(Concern concern, Step step, String item, Hub hub, Instant now) {
        return deadlineRules.deadline(step.id(), circumstance(concern, now, hub, cameBack(concern, step, item, now)));
    }

    Instant nextOpening(Concern concern, Instant now) {
        return deadlineRules
                .hubClock(directory.hub(concern.part(1).hub()).hours())
                .nextOpening(now);
    }

    /** When the hold ends on which the latest decision at this step put its report. */
    Instant holdEnds(Reference reference, Step step, String item) {
        DecidedStep held = decided.latest(reference, step, item).orElseThrow();
        Report report = step == Step.CEOP_DECISION
                ? held.decision(CeopDecision.class).report()
                : held.decision(PlatformDecision.class).report();
        Instant until = report.heldUntil();
        if (until == null) {
            throw new IllegalStateException("a hold without an end");
        }
        return until;
    }

    private @Nullable Restart cameBack(Concern concern, Step step, String item, Instant now) {
        Optional<Restart> reopened = concern.reopenedAt().map(at -> new Restart(at, "opened again"));
        // No other step that counts from receipt comes back.
        Optional<DecidedStep> before =
                step == Step.THRESHOLD_DECISION ? decided.latest(concern.reference(), step, item) : Optional.empty();
        return before.filter(last -> reopened.map(Restart::at)
                        .filter(last.decidedAt()::isBefore)
                        .isEmpty())
                .map(returned -> new Restart(now, "returned"))
                .or(() -> reopened)
                .orElse(null);
    }

    private static DeadlineContext circumstance(Concern concern, Instant openedAt, Hub hub, @Nullable Restart anew) {
        return new DeadlineContext(
                concern.priority(), concern.dangerSeen(), concern.receivedAt(), openedAt, hub.hours(), anew);
    }

    /** What the timeline keeps of a deadline that was brought forward. */
    record Shortened(Instant before, Instant due, String howDue, String rule) {}

    /**
     * Counts the deadlines of all open steps from this moment under the concern's present urgency. One that is nearer
     * replaces the old one, with its explanation and its timers; none ever moves away.
     *
     * @param event why, as an explanation begins with it: {@code danger raised}
     */
    void shorten(ConcernUpdate update, String event) {
        Concern concern = update.concern();
        Reference reference = concern.reference();
        Restart anew = new Restart(update.now(), event);
        for (WaitingStep step : waiting.of(reference)) {
            Deadline counted = deadlineRules.deadline(
                    step.step().id(), circumstance(concern, step.openedAt(), directory.hub(step.hub()), anew));
            Instant before = step.due();
            if (counted.due().isBefore(before)) {
                step.setDeadline(counted);
                path.moveTimers(step.task(), step.step().id(), counted);
                update.timeline()
                        .append(
                                concern,
                                Signature.THE_PATH,
                                update.now(),
                                new TimelineEvent(
                                        Kind.SHORTENED,
                                        step.step().id(),
                                        step.item(),
                                        "Due sooner: %s, now %s."
                                                .formatted(step.step().title(), LondonTime.when(counted.due())),
                                        new Shortened(before, counted.due(), counted.explanation(), counted.policy())));
            }
        }
    }
}
