package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Text;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;

/** The LADO at the authority of the suspect's workplace was told, and answered with a reference. */
public record LadoReferral(
        @NotNull @Valid Sent sent, @Nullable @Text String note) implements Decision {

    @Override
    public Step step() {
        return Step.LADO_REFERRAL;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return situation.yetToCome(sent.at())
                ? new Refusal("The referral is said to be sent in the future. Send it first, then record it.")
                : Ruling.of("The LADO of the workplace received the referral.");
    }
}
