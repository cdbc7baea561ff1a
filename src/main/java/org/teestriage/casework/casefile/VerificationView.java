package org.teestriage.casework.casefile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.timeline.Verification;
import org.teestriage.timeline.Verification.Fault;

/**
 * Whether a concern's timeline is whole: how many entries were read, how many details are erased, and the first bad entry if
 * any. Who may not see every entry is told that it is whole or not, and no number.
 */
@Schema(name = "Verification")
public record VerificationView(
        String reference,
        boolean whole,
        @Nullable Long entries,
        @Nullable Long erasedDetails,
        @Nullable Fault firstFault) {

    static VerificationView of(Verification verification, Redaction redaction) {
        return redaction.lado()
                ? new VerificationView(verification.reference(), verification.whole(), null, null, null)
                : new VerificationView(
                        verification.reference(),
                        verification.whole(),
                        verification.entries(),
                        verification.erasedDetails(),
                        verification.firstFault());
    }
}
