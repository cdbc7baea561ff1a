package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.concern.Concern;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.decision.Report;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.LetterDecision;
import org.teestriage.platform.transaction.RequestRefusedException;

@Singleton
class PlatformDecisionEffect extends LetterEffect<PlatformDecision> {

    PlatformDecisionEffect(LetterApprovals letterApprovals) {
        super(PlatformDecision.class, letterApprovals);
    }

    @Override
    public void check(PlatformDecision decision, StepContext context) {
        Report.Kind kind = decision.report().kind();
        if (kind == Report.Kind.MADE || kind == Report.Kind.APPROVED) {
            requireNotCovert(context.concern());
        }
        super.check(decision, context);
    }

    @Override
    LetterDecision letter(PlatformDecision decision) {
        return LetterDecision.of(Purpose.PLATFORM_REPORT, decision.report());
    }

    /** Also before a letter goes out again. */
    static void requireNotCovert(Concern concern) {
        if (concern.covert().isPresent()) {
            throw RequestRefusedException.conflict("This concern is covert, and a platform may tell the holder of the"
                    + " account. Hold the report, or wait until a manager has lifted the mark. Nothing has changed.");
        }
    }
}
