package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.path.ObligationAssessment;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.triage.effect.DecisionEffects;
import org.teestriage.casework.triage.effect.StepContext;
import org.teestriage.concern.Concern;
import org.teestriage.decision.Decision;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Verdict;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;

@ApplicationScoped
class DecisionCompletion {

    private final PathInputs pathInputs;
    private final DecisionEffects decisionEffects;
    private final DecidedSteps decided;
    private final ObligationAssessment obligationAssessment;

    DecisionCompletion(
            PathInputs pathInputs,
            DecisionEffects decisionEffects,
            DecidedSteps decided,
            ObligationAssessment obligationAssessment) {
        this.pathInputs = pathInputs;
        this.decisionEffects = decisionEffects;
        this.decided = decided;
        this.obligationAssessment = obligationAssessment;
    }

    void carryOut(StepContext context, Decision decision, Verdict.Ruling ruling) {
        ConcernUpdate update = context.update();
        WaitingStep step = context.step();
        Concern concern = update.concern();
        Officer officer = update.officer();
        if (!officer.is(Role.REFERRER)) {
            concern.takenUp(update.now());
        }
        decided.add(new DecidedStep(step, context.round(), decision, officer, update.now()));
        update.record(Kind.DECIDED, step.step().id(), step.item(), ruling.sentence(), decision);
        decisionEffects.apply(decision, context);
        obligationAssessment.settle(update, step, decision, ruling.sentence());
        obligationAssessment.after(
                update,
                () -> pathInputs.complete(
                        concern, step.task(), ruling.routes(), decision.referredChildren(context.situation())));
        if (ruling.happenings().contains(PathMessage.DANGER_RAISED)) {
            pathInputs.danger(update, ruling.sentence(), decision);
        }
        if (!concern.open()) {
            update.record(Kind.CLOSED, "The path has ended.", concern.reference());
        }
    }
}
