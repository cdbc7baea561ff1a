package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Text;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;

/** The complete referral of one child was handed over to children's social care, and entered there under their reference. */
public record SocialCareReferral(
        @NotNull @Valid Sent sent, @Nullable @Text String note) implements Decision {

    @Override
    public Step step() {
        return Step.SOCIAL_CARE_REFERRAL;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return situation.yetToCome(sent.at())
                ? new Refusal("The referral is said to be sent in the future. Send it first, then record it.")
                : Ruling.of("Children's social care received the referral.");
    }
}
