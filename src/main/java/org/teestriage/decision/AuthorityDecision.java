package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

/** A person decides which authority answers where the postcode could not: its code is that of the Office for National Statistics. */
public record AuthorityDecision(
        @NotBlank @SingleLine String authority,
        @NotBlank @MultiLine String rationale) implements Decision {

    @Override
    public Step step() {
        return Step.AUTHORITY_DECISION;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return Ruling.of("The authority of the children was decided.");
    }
}
