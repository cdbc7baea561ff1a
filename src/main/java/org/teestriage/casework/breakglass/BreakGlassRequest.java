package org.teestriage.casework.breakglass;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.access.BreakGlassReason;
import org.teestriage.platform.validation.MultiLine;

/** To look at a concern that is not one's own: why, in a code that can be counted and in words that a manager will read. */
public record BreakGlassRequest(
        @NotNull BreakGlassReason reason,
        @NotBlank @MultiLine String words) {}
