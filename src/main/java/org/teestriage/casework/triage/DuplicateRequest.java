package org.teestriage.casework.triage;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.concern.Reference;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

/** Links two concerns without merging them, so that both accounts stay unchanged. */
public record DuplicateRequest(
        @NotNull Reference duplicateOf,
        @NotBlank @MultiLine @Reason String rationale) {}
