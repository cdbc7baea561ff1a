package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Answer;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

public record HandOver(
        @NotNull Answer dutyTeamActed,
        @Nullable @SingleLine String dutyTeamReference,
        @NotBlank @MultiLine String overnight)
        implements Decision {

    @Override
    public Step step() {
        return Step.HAND_OVER;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return Ruling.of("Day staff took over from the night.");
    }
}
