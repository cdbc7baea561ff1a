package org.teestriage.web.pages.step;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatus.Added;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.concern.facts.PoliceContact;
import org.teestriage.decision.EmergencyCall.Called;

/** A call for the present danger that was told to the service, and that answers the emergency call once it is confirmed. */
public record ReferrersCall(
        Called called,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String reference,
        @Nullable String agreed) {

    /** The call to 999, or else the latest one to the duty team that was told since the step opened. */
    static Optional<ReferrersCall> of(ConcernStatus standing, Instant openedAt) {
        PoliceContact police = standing.called999();
        return police != null
                ? Optional.of(new ReferrersCall(
                        Called.POLICE_999,
                        police.by(),
                        police.at(),
                        police.policeReference(),
                        calls(standing, openedAt, PhoneCall.To.POLICE_999)
                                .filter(call -> Objects.equals(call.rungAt(), police.at()))
                                .map(PhoneCall::agreed)
                                .orElse(null)))
                : calls(standing, openedAt, PhoneCall.To.EMERGENCY_DUTY_TEAM)
                        .map(call -> new ReferrersCall(
                                Called.EMERGENCY_DUTY_TEAM,
                                call.rungBy(),
                                call.rungAt(),
                                call.theirReference(),
                                call.agreed()));
    }

    private static Optional<PhoneCall> calls(ConcernStatus standing, Instant openedAt, PhoneCall.To to) {
        return standing.added().stream()
                .filter(added -> !added.at().isBefore(openedAt))
                .map(Added::content)
                .filter(PhoneCall.class::isInstance)
                .map(PhoneCall.class::cast)
                .filter(call -> call.to() == to)
                .reduce((earlier, later) -> later);
    }

    public boolean isToTheDutyTeam() {
        return called == Called.EMERGENCY_DUTY_TEAM;
    }
}
