package org.teestriage.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.platform.validation.Line;
import org.teestriage.directory.Wire;

/** Another channel for a partner from now on, and why. */
public record SwitchTold(
        @NotNull Wire channel, @NotBlank @Line String reason) {}
