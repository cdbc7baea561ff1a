package org.teestriage.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.directory.Transport;
import org.teestriage.platform.validation.SingleLine;

/** Another channel for a partner from now on, and why. */
public record ChannelSwitchRequest(
        @NotNull Transport channel, @NotBlank @SingleLine String reason) {}
