package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.teestriage.platform.validation.SingleLine;

/** How a person sent something to a partner, and the reference the partner gave back. Without the reference it is not sent. */
public record Sent(
        @NotNull How how,
        @NotNull Instant at,
        @NotBlank @SingleLine String to,
        @NotBlank @SingleLine String theirReference) {

    /** The way it went. */
    public enum How {
        TELEPHONE,
        SECURE_MAIL,
        PARTNER_FORM,
        IN_PERSON
    }
}
