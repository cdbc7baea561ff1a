package org.teestriage.casework.casefile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.timeline.Verification;
import org.teestriage.timeline.Verification.Fault;

/**
 * The result of verifying a timeline; {@code firstFault} is the first invalid entry, {@code erased} lists the entries
 * whose details were erased on purpose, {@code deleted} those whose details are missing without an entry that says why.
 * The nullable components are always null for readers with redacted LADO entries, because the counts would reveal the redaction.
 */
@Schema(name = "Verification")
public record VerificationView(
        String reference,
        boolean whole,
        @Nullable Long entries,
        @Nullable Long erasedDetails,
        @Nullable List<Long> erased,
        @Nullable List<Long> deleted,
        @Nullable Fault firstFault) {

    static VerificationView of(Verification verification, Redaction redaction) {
        return redaction.lado()
                ? new VerificationView(verification.reference(), verification.whole(), null, null, null, null, null)
                : new VerificationView(
                        verification.reference(),
                        verification.whole(),
                        verification.entries(),
                        (long) verification.erased().size(),
                        verification.erased(),
                        verification.deleted(),
                        verification.firstFault());
    }
}
