package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.CeopDecision;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.LetterDecision;

@Singleton
class CeopDecisionEffect extends LetterEffect<CeopDecision> {

    CeopDecisionEffect(LetterApprovals letterApprovals) {
        super(CeopDecision.class, letterApprovals);
    }

    @Override
    LetterDecision letter(CeopDecision decision) {
        return LetterDecision.of(Purpose.CEOP_REPORT, decision.report());
    }
}
