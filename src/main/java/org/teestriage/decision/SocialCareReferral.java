package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.Valid;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;

public record SocialCareReferral(
        @Nullable @Valid Sent sent,
        @Nullable @Valid Approval approval,
        @Nullable @MultiLine String note) implements Decision, SelfValidating {

    @Override
    public Step step() {
        return Step.SOCIAL_CARE_REFERRAL;
    }

    @Override
    public Stream<Flaw> flaws() {
        return flawIf(
                (sent == null) == (approval == null),
                "sent",
                "say how it was sent, or approve the letter, so that the service brings it");
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        if (sent == null) {
            return Ruling.of("The referral to children's social care was approved; the service brings it.");
        }
        return situation.isInFuture(sent.at())
                ? new Refusal("The referral is said to be sent in the future. Send it first, then record it.")
                : Ruling.of("Children's social care received the referral.");
    }
}
