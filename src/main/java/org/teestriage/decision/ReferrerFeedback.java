package org.teestriage.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.teestriage.concern.Line;
import org.teestriage.concern.Text;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;

/** The referrer was told what was decided, in words that are safe to tell. The words are kept as they were told. */
public record ReferrerFeedback(
        @NotBlank @Text String wording,
        @NotNull Sent.How how,
        @NotNull Instant at,
        @NotBlank @Line String toldTo) implements Decision {

    @Override
    public Step step() {
        return Step.REFERRER_FEEDBACK;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return situation.yetToCome(at)
                ? new Refusal("The referrer is said to be told in the future. Tell them first, then record it.")
                : Ruling.of("The referrer was told the outcome.");
    }
}
