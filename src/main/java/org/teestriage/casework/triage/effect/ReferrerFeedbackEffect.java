package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.concern.Concern;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.ReferrerFeedback;
import org.teestriage.decision.Step;
import org.teestriage.decision.wording.Wording;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.WaitingSteps;

/** Feedback also completes an open acknowledgement step. */
@Singleton
class ReferrerFeedbackEffect implements DecisionEffect<ReferrerFeedback> {

    private final Wording wording;
    private final WaitingSteps waiting;
    private final PathInputs pathInputs;
    private final ResponsePath path;

    ReferrerFeedbackEffect(Wording wording, WaitingSteps waiting, PathInputs pathInputs, ResponsePath path) {
        this.wording = wording;
        this.waiting = waiting;
        this.pathInputs = pathInputs;
        this.path = path;
    }

    @Override
    public Class<ReferrerFeedback> type() {
        return ReferrerFeedback.class;
    }

    @Override
    public void check(ReferrerFeedback decision, StepContext context) {
        if (context.concern().covert().isPresent()) {
            throw RequestRefusedException.conflict("This concern is covert: the referrer may not be told the outcome."
                    + " Wait until a manager has lifted the mark. Nothing has changed.");
        }
        wording.on(BusinessClock.dateOf(context.now())).requireOutcome(decision.wording());
    }

    @Override
    public void apply(ReferrerFeedback decision, StepContext context) {
        Concern concern = context.concern();
        waiting.find(concern.reference(), Step.ACKNOWLEDGEMENT, "").ifPresent(step -> {
            context.update()
                    .record(
                            Kind.ACKNOWLEDGED,
                            step.step().id(),
                            step.item(),
                            "The concern was acknowledged by telling the outcome.",
                            concern.reference());
            path.complete(step.task(), pathInputs.onward(concern, Set.of(), List.of()));
        });
    }
}
