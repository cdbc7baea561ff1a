package org.teestriage.casework.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;
import org.teestriage.workflow.obligation.ObligationKind;

/**
 * The decision of a second person on a report or referral that is said not to be needed.
 *
 * @param item number of the account, person or child that it is about, from 1; absent where it is about the whole concern
 * @param askedAt when it was asked for, as it was read, so that no later request is answered unread
 */
public record NotNeededAnswer(
        @NotNull ObligationKind kind,
        @Nullable @SingleLine String item,
        @NotNull Instant askedAt,
        @NotNull Boolean agrees,
        @NotBlank @MultiLine @Reason String rationale) {

    String itemOrEmpty() {
        return item == null ? "" : item;
    }
}
