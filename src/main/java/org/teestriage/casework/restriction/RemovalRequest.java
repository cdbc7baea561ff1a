package org.teestriage.casework.restriction;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

public record RemovalRequest(@NotBlank @MultiLine @Reason String reason) {}
