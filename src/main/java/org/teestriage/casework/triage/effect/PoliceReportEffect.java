package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.PoliceReport;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.LetterDecision;

@Singleton
class PoliceReportEffect extends LetterEffect<PoliceReport> {

    PoliceReportEffect(LetterApprovals letterApprovals) {
        super(PoliceReport.class, letterApprovals);
    }

    @Override
    LetterDecision letter(PoliceReport decision) {
        return LetterDecision.of(Purpose.POLICE_REPORT, decision.report());
    }
}
