package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

public record BreakGlassReview(
        @NotNull Boolean justified,
        @NotBlank @MultiLine @Reason String rationale) implements Decision {

    @Override
    public Step step() {
        return Step.BREAK_GLASS_REVIEW;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        if (situation.breakGlassUser().filter(situation.decider()::equals).isPresent()) {
            return new Refusal("You broke this glass yourself. Another manager has to review it.");
        }
        return justified
                ? Ruling.of("Breaking the glass was justified.")
                : Ruling.of("Breaking the glass was not justified; it shows nothing any longer.");
    }
}
