package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

/** The sending hub stays responsible until the other hub accepts. */
public record HubAcceptance(
        @NotNull Boolean accepted,
        @NotBlank @MultiLine @Reason String rationale) implements Decision {

    @Override
    public Step step() {
        return Step.HUB_ACCEPTANCE;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return Ruling.of(accepted ? "The other hub accepted the children." : "The other hub returned the children.");
    }
}
