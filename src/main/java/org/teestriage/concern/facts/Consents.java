package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.AskedWhen;
import org.teestriage.platform.validation.MultiLine;

/** Four facts instead of one checkbox. A missing consent is recorded with its reason and never delays a referral. */
public record Consents(
        @Nullable @Valid Consent parentsInformed,
        @Nullable @Valid Consent toReferral,
        @Nullable @Valid Consent toSharing,
        @Nullable @Valid Consent toService) {

    static final Consents NONE = new Consents(null, null, null, null);

    /** What counts for a child with these consents: its own, or else that of the concern. */
    Consents over(Consents concern) {
        return new Consents(
                own(parentsInformed, concern.parentsInformed),
                own(toReferral, concern.toReferral),
                own(toSharing, concern.toSharing),
                own(toService, concern.toService));
    }

    private static @Nullable Consent own(@Nullable Consent child, @Nullable Consent concern) {
        return child == null ? concern : child;
    }

    public record Consent(
            @Nullable Answer given,
            @AskedWhen(field = "given", is = "NO") @Nullable Reason missingBecause,
            @Nullable @MultiLine String note) {}

    /** Reasons for proceeding without consent that practice accepts. */
    public enum Reason {
        RISK_TO_CHILD,
        RISK_TO_OTHERS,
        WOULD_PREJUDICE_INVESTIGATION,
        COULD_NOT_BE_REACHED,
        PARENT_IS_SUSPECT,
        REFUSED
    }
}
