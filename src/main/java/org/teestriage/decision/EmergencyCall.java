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

/** Record of a 999 call. A person makes the call by voice; the service never calls. */
public record EmergencyCall(
        @NotNull Caller caller,
        @NotBlank @SingleLine String rungBy,
        @NotNull Instant rungAt,
        @Nullable @SingleLine String incidentNumber,

        @Nullable @MultiLine @Informative(message = "Enter why there is no number")
        String whyNoNumber,

        @NotBlank @MultiLine String agreed)
        implements Decision, SelfValidating {

    public enum Caller {
        HUB,
        REFERRER
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
        return Ruling.of(
                caller == Caller.HUB
                        ? "999 was called by the hub; the police answered."
                        : "The referrer had called 999; the police answered.");
    }
}
