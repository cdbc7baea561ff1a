package org.teestriage.web.pages.step;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Report;
import org.teestriage.decision.wording.Choice;
import org.teestriage.directory.Transport;
import org.teestriage.letter.LetterView;
import org.teestriage.web.pages.form.Fitting;
import org.teestriage.web.pages.form.FormValues;

/** How a form lets a letter go: whoever approves it ticks to whom it goes, and which letter they read the form knows. */
final class ApprovalFields {

    private static final String RECIPIENT = ".recipient";
    private static final String HASH = ".contentHash";

    private ApprovalFields() {}

    /** Of a form with an approval at this name: where no machine brings the letter there is nothing to approve. */
    static Fitting fitting(String approval, @Nullable LetterView letter) {
        return letter == null || letter.channel() == Transport.PERSON
                ? Fitting.NONE.leavingOut(approval)
                : Fitting.NONE
                        .choosing(approval + RECIPIENT, List.of(new Choice(letter.recipient(), letter.recipient())))
                        .carrying(approval + HASH, letter.contentHash());
    }

    /** Of a form with a report, in which the approval is one of the answers. */
    static Fitting ofReport(@Nullable LetterView letter) {
        Fitting fitting = fitting("report.approval", letter);
        return fitting.leftOut().isEmpty() ? fitting : fitting.leavingOut("report.kind", Report.Kind.APPROVED);
    }

    /** A letter is approved, or it was brought by a person: the form fills in some of both. */
    static FormValues said(FormValues typed) {
        if (typed.says("approval" + RECIPIENT)) {
            return typed.only(name -> !FormValues.isAt(name, "sent"));
        }
        return typed.only(name -> !FormValues.isAt(name, "approval")
                && (typed.says("report.approval" + RECIPIENT) || !FormValues.isAt(name, "report.approval")));
    }

    /** The hash of the letter that was read; empty where none was approved. */
    static String hashRead(FormValues typed) {
        return typed.first("approval" + HASH) + typed.first("report.approval" + HASH);
    }

    /** Nobody approves a letter by what they ticked beside another. */
    static FormValues unticked(FormValues typed) {
        return typed.only(name -> !name.endsWith("approval" + RECIPIENT));
    }
}
