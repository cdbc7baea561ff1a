package org.teestriage.web.pages.step;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Report;
import org.teestriage.decision.wording.Choice;
import org.teestriage.directory.Transport;
import org.teestriage.letter.LetterView;
import org.teestriage.web.pages.form.Fitting;
import org.teestriage.web.pages.form.FormValues;

/**
 * The approval of a letter in a form: the user confirms the recipient, and a hidden field carries the hash of the
 * letter shown.
 */
final class ApprovalFields {

    private static final String RECIPIENT = ".recipient";
    private static final String HASH = ".contentHash";

    private ApprovalFields() {}

    /** Fits a form with an approval of this name. Removes it if there is no letter or a person delivers it. */
    static Fitting fitting(String approval, @Nullable LetterView letter) {
        return letter == null || letter.channel() == Transport.PERSON
                ? Fitting.NONE.leavingOut(approval)
                : Fitting.NONE
                        .choosing(approval + RECIPIENT, List.of(new Choice(letter.recipient(), letter.recipient())))
                        .carrying(approval + HASH, letter.contentHash());
    }

    /** Fits a form with a report. Without an approval it also removes the answer {@code APPROVED}. */
    static Fitting ofReport(@Nullable LetterView letter) {
        Fitting fitting = fitting("report.approval", letter);
        return fitting.leftOut().isEmpty() ? fitting : fitting.leavingOut("report.kind", Report.Kind.APPROVED);
    }

    /** Drops prefilled groups that do not apply: a letter is either approved here or was sent by a person. */
    static FormValues said(FormValues typed) {
        if (typed.says("notNeeded.because")) {
            return typed.only(name -> !FormValues.isAt(name, "sent") && !FormValues.isAt(name, "approval"));
        }
        if (typed.says("approval" + RECIPIENT)) {
            return typed.only(name -> !FormValues.isAt(name, "sent"));
        }
        return typed.only(name -> !FormValues.isAt(name, "approval")
                && (typed.says("report.approval" + RECIPIENT) || !FormValues.isAt(name, "report.approval")));
    }

    /** The hash of the letter that the user read; empty if the form has none. */
    static String hashRead(FormValues typed) {
        return typed.first("approval" + HASH) + typed.first("report.approval" + HASH);
    }

    /** Removes the confirmation, because it was given for another letter. */
    static FormValues withoutConfirmation(FormValues typed) {
        return typed.only(name -> !name.endsWith("approval" + RECIPIENT));
    }
}
