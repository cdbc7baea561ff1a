package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.PoliceReport;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.LetterDecision;
import org.teestriage.letter.LetterWriter;

@Singleton
class PoliceReportEffect extends LetterEffect<PoliceReport> {

    private final LetterWriter letterWriter;

    PoliceReportEffect(LetterApprovals letterApprovals, LetterWriter letterWriter) {
        super(PoliceReport.class, letterApprovals);
        this.letterWriter = letterWriter;
    }

    /** A referral to the LADO that is not approved yet tells what the police say. */
    @Override
    public void apply(PoliceReport decision, StepContext context) {
        super.apply(decision, context);
        letterWriter.follow(context.concern(), context.now());
    }

    @Override
    LetterDecision letter(PoliceReport decision) {
        return LetterDecision.of(Purpose.POLICE_REPORT, decision.report());
    }
}
