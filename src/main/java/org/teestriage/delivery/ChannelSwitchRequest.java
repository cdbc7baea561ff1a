package org.teestriage.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.directory.Transport;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;

public record ChannelSwitchRequest(
        @NotNull Transport channel,
        @NotBlank @SingleLine @Reason String reason) {}
