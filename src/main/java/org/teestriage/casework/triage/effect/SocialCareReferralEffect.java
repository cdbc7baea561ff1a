package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.SocialCareReferral;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.LetterDecision;

@Singleton
class SocialCareReferralEffect extends LetterEffect<SocialCareReferral> {

    SocialCareReferralEffect(LetterApprovals letterApprovals) {
        super(SocialCareReferral.class, letterApprovals);
    }

    @Override
    LetterDecision letter(SocialCareReferral decision) {
        return new LetterDecision(
                Purpose.SOCIAL_CARE_REFERRAL, decision.sent(), decision.approval(), decision.notNeeded() != null);
    }
}
