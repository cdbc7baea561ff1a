package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.path.ObligationAssessment;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.triage.effect.DecisionEffects;
import org.teestriage.casework.triage.effect.StepContext;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Verdict;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;

@ApplicationScoped
public class DecisionService {

    private final ConcernAccess concernAccess;
    private final DecidableSteps decidableSteps;
    private final Transactions transactions;
    private final PathInputs pathInputs;
    private final DecisionEffects decisionEffects;
    private final DecidedSteps decided;
    private final ObligationAssessment obligationAssessment;
    private final ConcernStatusAssembler concernStatusAssembler;

    DecisionService(
            ConcernAccess concernAccess,
            DecidableSteps decidableSteps,
            Transactions transactions,
            PathInputs pathInputs,
            DecisionEffects decisionEffects,
            DecidedSteps decided,
            ObligationAssessment obligationAssessment,
            ConcernStatusAssembler concernStatusAssembler) {
        this.concernAccess = concernAccess;
        this.decidableSteps = decidableSteps;
        this.transactions = transactions;
        this.pathInputs = pathInputs;
        this.decisionEffects = decisionEffects;
        this.decided = decided;
        this.obligationAssessment = obligationAssessment;
        this.concernStatusAssembler = concernStatusAssembler;
    }

    /**
     * Decides an open step in one transaction. {@code item} is empty for a step that exists once per concern.
     *
     * @param seen the version of the step that the decider read; null if unknown
     */
    public ConcernStatus decide(
            Officer officer, Reference reference, String item, @Nullable String seen, Decision decision) {
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, DecidableSteps.act(decision.step()), reference);
            StepContext context = decidableSteps.require(update, decision.step(), item);
            Verdict verdict = decision.ruleOn(context.situation());
            decidableSteps.requireSeen(update, context.step(), seen, verdict);
            decisionEffects.check(decision, context);
            if (verdict instanceof Verdict.Refusal refusal) {
                throw RequestRefusedException.conflict(refusal.sentence());
            }
            carryOut(context, decision, (Verdict.Ruling) verdict);
            return concernStatusAssembler.of(update);
        });
    }

    private void carryOut(StepContext context, Decision decision, Verdict.Ruling ruling) {
        ConcernUpdate update = context.update();
        WaitingStep step = context.step();
        Concern concern = update.concern();
        Officer officer = update.officer();
        if (!officer.is(Role.REFERRER)) {
            concern.takenUp(update.now());
        }
        decided.add(new DecidedStep(step, context.round(), decision, officer.user(), officer.name(), update.now()));
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
        decisionEffects.adjustStandIns(update);
    }
}
