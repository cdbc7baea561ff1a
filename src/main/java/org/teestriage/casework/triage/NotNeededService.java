package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.triage.effect.DecisionEffects;
import org.teestriage.casework.triage.effect.StepContext;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Step;
import org.teestriage.decision.Verdict;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.workflow.obligation.NotNeededRequest;

@ApplicationScoped
public class NotNeededService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final DecidableSteps decidableSteps;
    private final NotNeededRequests notNeededRequests;
    private final DecisionEffects decisionEffects;
    private final DecisionCompletion decisionCompletion;
    private final UpdateCompletion updateCompletion;

    NotNeededService(
            Transactions transactions,
            ConcernAccess concernAccess,
            DecidableSteps decidableSteps,
            NotNeededRequests notNeededRequests,
            DecisionEffects decisionEffects,
            DecisionCompletion decisionCompletion,
            UpdateCompletion updateCompletion) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.decidableSteps = decidableSteps;
        this.notNeededRequests = notNeededRequests;
        this.decisionEffects = decisionEffects;
        this.decisionCompletion = decisionCompletion;
        this.updateCompletion = updateCompletion;
    }

    /** Settles the obligation if the second person agrees, by the rules as they are now; else its step goes on. */
    public ConcernStatus decide(Officer officer, Reference reference, NotNeededAnswer answer) {
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, Act.TRIAGE, reference);
            Step step = answer.kind().step();
            StepContext context = decidableSteps.require(update, step, answer.itemOrEmpty());
            if (!officer.is(Role.MANAGER)) {
                throw RequestRefusedException.notAllowed("This second decision is a manager's.");
            }
            NotNeededRequest request = notNeededRequests.decide(context, answer);
            if (answer.agrees()) {
                settle(context, request.decision(step.decision()), request);
            }
            return updateCompletion.complete(update);
        });
    }

    private void settle(StepContext context, Decision decision, NotNeededRequest request) {
        Verdict verdict = decision.ruleOn(context.situation());
        decisionEffects.check(decision, context);
        if (verdict instanceof Verdict.Refusal refusal) {
            throw RequestRefusedException.conflict(refusal.sentence());
        }
        Verdict.Ruling ruling = (Verdict.Ruling) verdict;
        decisionCompletion.carryOut(
                context,
                decision,
                new Verdict.Ruling(
                        ruling.routes(),
                        ruling.happenings(),
                        "%s Asked for by %s, and decided by a second person."
                                .formatted(ruling.sentence(), request.askedByName())));
    }
}
