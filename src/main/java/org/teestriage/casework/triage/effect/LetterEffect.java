package org.teestriage.casework.triage.effect;

import org.teestriage.decision.Decision;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.LetterDecision;

abstract class LetterEffect<D extends Decision> implements DecisionEffect<D> {

    private final Class<D> type;
    private final LetterApprovals letterApprovals;

    LetterEffect(Class<D> type, LetterApprovals letterApprovals) {
        this.type = type;
        this.letterApprovals = letterApprovals;
    }

    abstract LetterDecision letter(D decision);

    @Override
    public Class<D> type() {
        return type;
    }

    @Override
    public void check(D decision, StepContext context) {
        letterApprovals.check(context.reference(), context.item(), letter(decision), context.now());
    }

    @Override
    public void apply(D decision, StepContext context) {
        letterApprovals.settle(context.update(), context.item(), letter(decision));
    }
}
