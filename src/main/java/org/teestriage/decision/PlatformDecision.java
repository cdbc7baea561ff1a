package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Whether a platform is told of one account: after the police, because blocking an account can destroy evidence. */
public record PlatformDecision(@NotNull @Valid Report report) implements Decision {

    @Override
    public Step step() {
        return Step.PLATFORM_DECISION;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return report.ruled("the platform", situation);
    }
}
