package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.LetterChase;
import org.teestriage.letter.LetterApprovals;

@Singleton
class LetterChaseEffect implements DecisionEffect<LetterChase> {

    private final LetterApprovals letterApprovals;

    LetterChaseEffect(LetterApprovals letterApprovals) {
        this.letterApprovals = letterApprovals;
    }

    @Override
    public Class<LetterChase> type() {
        return LetterChase.class;
    }

    @Override
    public void check(LetterChase decision, StepContext context) {
        letterApprovals.checkChase(context.reference(), context.item(), decision, context.now());
    }

    @Override
    public void apply(LetterChase decision, StepContext context) {
        letterApprovals.chase(context.update(), context.item(), decision);
    }
}
