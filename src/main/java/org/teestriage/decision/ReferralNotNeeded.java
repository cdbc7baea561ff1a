package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

public record ReferralNotNeeded(
        @NotNull NoReferral because,
        @NotBlank @MultiLine @Reason String rationale) {

    public enum NoReferral {
        /** They have it from another side, and confirmed that. */
        ALREADY_REFERRED,
        DOES_NOT_WORK_WITH_CHILDREN,
        OPENED_BY_MISTAKE
    }
}
