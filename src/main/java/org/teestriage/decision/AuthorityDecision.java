package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.Reason;
import org.teestriage.platform.validation.SingleLine;

/**
 * Sets the responsible authority where the postcode does not determine it.
 *
 * @param authority code of the Office for National Statistics
 */
public record AuthorityDecision(
        @NotBlank @SingleLine String authority,
        @NotBlank @MultiLine @Reason String rationale) implements Decision {

    @Override
    public Step step() {
        return Step.AUTHORITY_DECISION;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return Ruling.of("The authority of the children was decided.");
    }
}
