package org.teestriage.casework.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.concern.Reference;
import org.teestriage.platform.validation.MultiLine;

/** A concern is a duplicate of another. They are linked, never merged: both accounts stay word for word. */
public record DuplicateRequest(
        @NotNull Reference duplicateOf, @NotBlank @MultiLine String rationale) {}
