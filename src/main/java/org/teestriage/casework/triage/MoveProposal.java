package org.teestriage.casework.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

/** A hub asks another to answer for the children of a part. Until that hub accepts, the sender answers for them. */
public record MoveProposal(
        @NotNull Integer part,
        @NotBlank @SingleLine String toHub,
        @NotBlank @MultiLine String rationale) {}
