package org.teestriage.letter;

import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Approval;
import org.teestriage.decision.Report;
import org.teestriage.decision.Sent;

/** Part of a decision that affects its letter. All are absent while the decision leaves the letter open. */
public record LetterDecision(
        Letter.Purpose purpose,
        @Nullable Sent sent,
        @Nullable Approval approval,
        boolean notNeeded) {

    public static LetterDecision of(Letter.Purpose purpose, Report report) {
        return new LetterDecision(purpose, report.sent(), report.approval(), report.kind() == Report.Kind.NOT_NEEDED);
    }
}
