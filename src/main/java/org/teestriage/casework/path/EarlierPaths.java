package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Brings the paths of earlier models to the present one, when something is due that they cannot open or end. */
@ApplicationScoped
class EarlierPaths {

    private final ResponsePath path;
    private final WaitingSteps waiting;
    private final Timeline timeline;

    EarlierPaths(ResponsePath path, WaitingSteps waiting, Timeline timeline) {
        this.path = path;
        this.waiting = waiting;
        this.timeline = timeline;
    }

    void bringForwardIfEarlier(Concern concern, Instant now) {
        if (path.isOfAnEarlierModel(concern.reference())) {
            bringForward(concern, now);
        }
    }

    /** Steps that open again get a new task each, which keeps hub, deadline and claim. */
    void bringForward(Concern concern, Instant now) {
        Reference reference = concern.reference();
        List<WaitingStep> before = waiting.of(reference);
        path.bringForward(reference);
        for (WaitingStep earlier : before) {
            waiting.find(reference, earlier.step(), earlier.item())
                    .filter(step -> !step.task().equals(earlier.task()))
                    .ifPresent(step -> takeOver(concern, step, earlier, now));
        }
    }

    private void takeOver(Concern concern, WaitingStep step, WaitingStep earlier, Instant now) {
        step.takeOver(earlier);
        path.moveTimers(step.task(), step.step().id(), step.deadline());
        earlier.claimedBy()
                .ifPresent(user -> timeline.appendByPath(
                        concern,
                        now,
                        new TimelineEvent(
                                Kind.ASSIGNED,
                                step.step().id(),
                                step.item(),
                                "Still with %s: %s."
                                        .formatted(
                                                earlier.claimedByName().orElse("the same person"),
                                                step.step().title()),
                                user)));
    }
}
