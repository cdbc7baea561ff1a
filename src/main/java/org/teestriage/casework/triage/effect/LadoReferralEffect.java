package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.LadoReferral;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.LetterDecision;

@Singleton
class LadoReferralEffect extends LetterEffect<LadoReferral> {

    LadoReferralEffect(LetterApprovals letterApprovals) {
        super(LadoReferral.class, letterApprovals);
    }

    @Override
    LetterDecision letter(LadoReferral decision) {
        return new LetterDecision(
                Purpose.LADO_REFERRAL, decision.sent(), decision.approval(), decision.notNeeded() != null);
    }
}
