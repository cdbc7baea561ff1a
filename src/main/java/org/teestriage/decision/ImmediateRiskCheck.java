package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;

public record ImmediateRiskCheck(
        @NotNull Finding finding,
        @NotBlank @MultiLine @Reason String rationale,
        @Nullable @SingleLine String childSeenBy)
        implements Decision {

    /** DANGER and DOUBT open the emergency call. No other step is skipped for it. */
    public enum Finding {
        DANGER,
        DOUBT,
        NO_IMMEDIATE_DANGER
    }

    @Override
    public Step step() {
        return Step.IMMEDIATE_RISK_CHECK;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return switch (finding) {
            case DANGER -> Ruling.of("Immediate risk: danger found.").with(PathMessage.DANGER_RAISED);
            case DOUBT ->
                Ruling.of("Immediate risk: in doubt, so treated as danger.").with(PathMessage.DANGER_RAISED);
            case NO_IMMEDIATE_DANGER -> Ruling.of("Immediate risk: no immediate danger found.");
        };
    }
}
