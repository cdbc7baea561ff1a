package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.Blanks;
import org.teestriage.platform.validation.Informative;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/**
 * Record of a 999 call, or of a call to the Emergency Duty Team. A person makes the call by voice; the service never calls.
 *
 * @param called whom; null means 999
 */
public record EmergencyCall(
        @NotNull Caller caller,
        @NotBlank @SingleLine String rungBy,
        @NotNull Instant rungAt,
        @Nullable @SingleLine String incidentNumber,

        @Nullable @MultiLine @Informative(message = "Enter why there is no number")
        String whyNoNumber,

        @NotBlank @MultiLine String agreed,
        @Nullable Called called)
        implements Decision, SelfValidating {

    public enum Caller {
        HUB,
        REFERRER,
        DUTY_TEAM
    }

    public enum Called {
        POLICE_999,
        EMERGENCY_DUTY_TEAM
    }

    @Override
    public Step step() {
        return Step.EMERGENCY_CALL;
    }

    @Override
    public Stream<Flaw> flaws() {
        return flawIf(
                Blanks.nothing(incidentNumber, whyNoNumber),
                "incidentNumber",
                "give the police incident number, or say why there is none");
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        if (situation.isInFuture(rungAt)) {
            return new Refusal("The call is said to be in the future. Call 999 first, then record the call.");
        }
        if (called == Called.EMERGENCY_DUTY_TEAM) {
            return caller == Caller.DUTY_TEAM
                    ? new Refusal(
                            "The Emergency Duty Team does not call itself. Record who it called, or who called it.")
                    : Ruling.of(
                            caller == Caller.HUB
                                    ? "The hub called the Emergency Duty Team, which took it on."
                                    : "The referrer had called the Emergency Duty Team, which took it on.");
        }
        return Ruling.of(
                switch (caller) {
                    case HUB -> "999 was called by the hub; the police answered.";
                    case REFERRER -> "The referrer had called 999; the police answered.";
                    case DUTY_TEAM -> "999 was called by the Emergency Duty Team; the police answered.";
                });
    }
}
