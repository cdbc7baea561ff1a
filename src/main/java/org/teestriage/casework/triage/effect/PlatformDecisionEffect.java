package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.LetterDecision;

@Singleton
class PlatformDecisionEffect extends LetterEffect<PlatformDecision> {

    PlatformDecisionEffect(LetterApprovals letterApprovals) {
        super(PlatformDecision.class, letterApprovals);
    }

    @Override
    LetterDecision letter(PlatformDecision decision) {
        return LetterDecision.of(Purpose.PLATFORM_REPORT, decision.report());
    }
}
