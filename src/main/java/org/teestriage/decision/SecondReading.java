package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;

public record SecondReading(
        @NotNull Boolean agrees,
        @NotBlank @MultiLine @Reason String rationale) implements Decision {

    @Override
    public Step step() {
        return Step.SECOND_READING;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        Situation.Threshold first = situation
                .threshold()
                .orElseThrow(() -> new IllegalStateException("a second decision without a first decision"));
        if (first.decidedBy().equals(situation.decider())) {
            return new Refusal("You made the first decision. Another person has to make the second.");
        }
        return agrees
                ? Ruling.of("The second decision agreed.", first.decision().onward())
                : Ruling.of("The second decision returned the decision with reasons.", Route.RETURNED);
    }
}
