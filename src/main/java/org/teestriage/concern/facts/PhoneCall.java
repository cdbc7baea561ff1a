package org.teestriage.concern.facts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

public record PhoneCall(
        @NotNull To to,
        @NotBlank @SingleLine String rungBy,
        @NotNull Instant rungAt,
        @Nullable @SingleLine String theirReference,
        @NotBlank @MultiLine String agreed)
        implements Addition, SelfValidating {

    @Override
    public @Nullable PoliceContact policeContact() {
        return to == To.POLICE_999 || to == To.POLICE_101
                ? new PoliceContact(
                        to == To.POLICE_999 ? PoliceContact.Rung.RANG_999 : PoliceContact.Rung.RANG_101,
                        rungBy,
                        rungAt,
                        theirReference)
                : null;
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.rung(rungAt, now, "rungAt");
    }

    public enum To {
        EMERGENCY_DUTY_TEAM,
        POLICE_999,
        POLICE_101,
        HUB,
        SOCIAL_CARE
    }
}
