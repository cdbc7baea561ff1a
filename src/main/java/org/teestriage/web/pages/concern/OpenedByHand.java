package org.teestriage.web.pages.concern;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;

public record OpenedByHand(
        @NotBlank @SingleLine String what,
        @NotBlank @MultiLine @Reason String reason) {}
