package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;

/** Four facts, never one tick box. A missing consent is recorded with its reason and never holds a referral up. */
public record Consents(
        @Nullable @Valid Consent parentsInformed,
        @Nullable @Valid Consent toReferral,
        @Nullable @Valid Consent toSharing,
        @Nullable @Valid Consent toService) {

    /** One of the four, and why it is missing where it is. */
    public record Consent(
            @Nullable Answer given,
            @AskedWhen(field = "given", is = "NO") @Nullable Reason missingBecause,
            @Nullable @MultiLine String note) {}

    /** Reasons that practice accepts for going on without consent. */
    public enum Reason {
        RISK_TO_CHILD,
        RISK_TO_OTHERS,
        WOULD_PREJUDICE_INVESTIGATION,
        COULD_NOT_BE_REACHED,
        PARENT_IS_SUSPECT,
        REFUSED
    }
}
