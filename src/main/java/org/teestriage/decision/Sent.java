package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.teestriage.platform.validation.Informative;
import org.teestriage.platform.validation.SingleLine;

public record Sent(
        @NotNull How how,
        @NotNull Instant at,
        @NotBlank @SingleLine String to,

        @NotBlank @SingleLine @Informative(message = Informative.NO_RECEIPT)
        String theirReference) {

    public enum How {
        TELEPHONE,
        SECURE_MAIL,
        PARTNER_FORM,
        IN_PERSON
    }
}
