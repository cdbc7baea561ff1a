package org.teestriage.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.concern.Line;
import org.teestriage.concern.Text;

/** A hub asks another to answer for the children of a part. Until that hub accepts, the sender answers for them. */
public record MoveProposal(
        @NotNull Integer part,
        @NotBlank @Line String toHub,
        @NotBlank @Text String rationale) {}
