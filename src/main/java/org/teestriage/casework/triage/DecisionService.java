package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.triage.effect.DecisionEffects;
import org.teestriage.casework.triage.effect.StepContext;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Verdict;
import org.teestriage.platform.transaction.Missing;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;

@ApplicationScoped
public class DecisionService {

    private final ConcernAccess concernAccess;
    private final DecidableSteps decidableSteps;
    private final Transactions transactions;
    private final DecisionEffects decisionEffects;
    private final NotNeededRequests notNeededRequests;
    private final StandDowns standDowns;
    private final DecisionCompletion decisionCompletion;
    private final UpdateCompletion updateCompletion;

    DecisionService(
            ConcernAccess concernAccess,
            DecidableSteps decidableSteps,
            Transactions transactions,
            DecisionEffects decisionEffects,
            NotNeededRequests notNeededRequests,
            StandDowns standDowns,
            DecisionCompletion decisionCompletion,
            UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.decidableSteps = decidableSteps;
        this.transactions = transactions;
        this.decisionEffects = decisionEffects;
        this.notNeededRequests = notNeededRequests;
        this.standDowns = standDowns;
        this.decisionCompletion = decisionCompletion;
        this.updateCompletion = updateCompletion;
    }

    /**
     * Decides an open step in one transaction, or asks a second person where the rule wants one. {@code item} is empty for a step that exists once per concern.
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
                throw RequestRefusedException.conflict(
                        refusal.sentence(),
                        refusal.missing().stream()
                                .map(each ->
                                        new Missing(each.what(), "/concerns/%s/%s".formatted(reference, each.page())))
                                .toList());
            }
            if (!notNeededRequests.ask(context, decision) && !standDowns.ask(context, decision)) {
                decisionCompletion.carryOut(context, decision, (Verdict.Ruling) verdict);
            }
            return updateCompletion.complete(update);
        });
    }
}
