package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

public record Acknowledgement(
        @NotBlank @MultiLine String wording,
        @Nullable @SingleLine String addition,
        @NotNull Sent.How how,
        @NotNull Instant at,
        @NotBlank @SingleLine String toldTo)
        implements Decision, TellsReferrer {

    @Override
    public Step step() {
        return Step.ACKNOWLEDGEMENT;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return DisclosureCheck.ruled("The concern was acknowledged to the referrer", addition, how, at, situation);
    }
}
