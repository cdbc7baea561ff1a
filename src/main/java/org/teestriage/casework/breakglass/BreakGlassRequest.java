package org.teestriage.casework.breakglass;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.access.BreakGlassReason;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

public record BreakGlassRequest(
        @NotNull BreakGlassReason reason,
        @NotBlank @MultiLine @Reason String words) {}
