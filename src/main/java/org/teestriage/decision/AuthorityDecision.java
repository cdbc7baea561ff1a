package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import org.teestriage.platform.validation.Line;
import org.teestriage.platform.validation.Text;
import org.teestriage.decision.Verdict.Ruling;

/** A person decides which authority answers where the postcode could not: its code is that of the Office for National Statistics. */
public record AuthorityDecision(
        @NotBlank @Line String authority, @NotBlank @Text String rationale) implements Decision {

    @Override
    public Step step() {
        return Step.AUTHORITY_DECISION;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return Ruling.of("The authority of the children was decided.");
    }
}
