package org.teestriage.casework.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;

public record MoveProposal(
        @NotNull Integer part,
        @NotBlank @SingleLine String toHub,
        @NotBlank @MultiLine @Reason String rationale) {}
