package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.LadoLetterChase;
import org.teestriage.letter.LetterApprovals;

@Singleton
class LadoLetterChaseEffect implements DecisionEffect<LadoLetterChase> {

    private final LetterApprovals letterApprovals;

    LadoLetterChaseEffect(LetterApprovals letterApprovals) {
        this.letterApprovals = letterApprovals;
    }

    @Override
    public Class<LadoLetterChase> type() {
        return LadoLetterChase.class;
    }

    @Override
    public void check(LadoLetterChase decision, StepContext context) {
        letterApprovals.checkChase(context.reference(), context.item(), decision.chase(), context.now());
    }

    @Override
    public void apply(LadoLetterChase decision, StepContext context) {
        letterApprovals.chase(context.update(), context.item(), decision.chase());
    }
}
