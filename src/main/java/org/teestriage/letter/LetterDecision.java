package org.teestriage.letter;

import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Approval;
import org.teestriage.decision.Report;
import org.teestriage.decision.Sent;

/** What a person decided about the letter of a step: sent by hand, approved for the courier, not needed, or none of these yet. */
public record LetterDecision(
        Letter.Purpose purpose,
        @Nullable Sent sent,
        @Nullable Approval approval,
        boolean notNeeded) {

    public static LetterDecision of(Letter.Purpose purpose, Report report) {
        return new LetterDecision(purpose, report.sent(), report.approval(), report.kind() == Report.Kind.NOT_NEEDED);
    }
}
