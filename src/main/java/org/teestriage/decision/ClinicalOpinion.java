package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.teestriage.platform.validation.SingleLine;

/** The word of a clinician that a child is in no immediate danger. */
public record ClinicalOpinion(
        @NotBlank @SingleLine String name,
        @NotBlank @SingleLine String role,
        @NotBlank @SingleLine String organisation,
        @NotNull Instant at) {}
