package org.teestriage.desk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Line;
import org.teestriage.concern.Text;

/** A call about a concern that could not wait for a form: who was rung, by whom, when, and what was agreed. */
public record PhoneCall(
        @NotNull To to,
        @NotBlank @Line String rungBy,
        @NotNull Instant rungAt,
        @Nullable @Line String theirReference,
        @NotBlank @Text String agreed) {

    /** Who was rung. */
    public enum To {
        EMERGENCY_DUTY_TEAM,
        POLICE_999,
        POLICE_101,
        HUB
    }
}
