package org.teestriage.casework.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;
import org.teestriage.workflow.obligation.ObligationKind;

/**
 * A report or referral that a person opens, whatever the rules say.
 *
 * @param item number of the account, person or child that it is about, from 1; absent where it is about the whole concern
 */
public record ObligationOpening(
        @NotNull ObligationKind kind,
        @Nullable @SingleLine String item,
        @NotBlank @MultiLine @Reason String reason) {

    /**
     * Reads a choice of a form.
     *
     * @param what one of {@link ObligationService#choices}
     */
    public static ObligationOpening of(String what, String reason) {
        String[] place = what.split("/", -1);
        return new ObligationOpening(ObligationKind.valueOf(place[0]), place.length > 1 ? place[1] : null, reason);
    }
}
