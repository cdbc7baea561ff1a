package org.teestriage.casework.restriction;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.MultiLine;

public record RemovalRequest(@NotBlank @MultiLine String reason) {}
