package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.ChildItem;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;

public record SocialCareReferral(
        @Nullable @Valid Sent sent,
        @Nullable @Valid Approval approval,
        @Nullable @Valid ReferralNotNeeded notNeeded,
        @Nullable @MultiLine String note)
        implements Decision, SelfValidating {

    @Override
    public Step step() {
        return Step.SOCIAL_CARE_REFERRAL;
    }

    @Override
    public Stream<Flaw> flaws() {
        return flawIf(
                Stream.of(sent, approval, notNeeded).filter(Objects::nonNull).count() != 1,
                "sent",
                "say how it was sent, approve the letter so that the service brings it, or say why it is not needed");
    }

    @Override
    public Optional<Settlement> settlement() {
        return Optional.of(
                notNeeded == null ? Settlement.DONE : new Settlement(notNeeded.rationale(), notNeeded.because()));
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        if (notNeeded != null) {
            Optional<Refusal> refusal = protects(notNeeded, situation);
            return refusal.isPresent()
                    ? refusal.get()
                    : Ruling.of("A referral to children's social care was decided not to be needed.");
        }
        if (sent == null) {
            return Ruling.of("The referral to children's social care was approved; the service brings it.");
        }
        return situation.isInFuture(sent.at())
                ? new Refusal("The referral is said to be sent in the future. Send it first, then record it.")
                : Ruling.of("Children's social care received the referral.");
    }

    /** A child whom the threshold decision refers has to reach social care. */
    private static Optional<Refusal> protects(ReferralNotNeeded reason, Situation situation) {
        Set<Outcome> outcomes = situation.threshold().stream()
                .flatMap(threshold -> threshold.decision().children().stream())
                .filter(child -> child.child() == ChildItem.of(situation.item()).child())
                .flatMap(child -> child.outcomes().stream())
                .collect(Collectors.toSet());
        if (outcomes.contains(Outcome.SECTION_47)) {
            return Optional.of(
                    new Refusal("Section 47 enquiries were decided for this child. The referral has to be made."));
        }
        return outcomes.stream().anyMatch(Outcome::goesToSocialCare)
                        && reason.because() != ReferralNotNeeded.NoReferral.ALREADY_REFERRED
                ? Optional.of(
                        new Refusal("The threshold decision refers this child. Make the referral, or say that social"
                                + " care has it already."))
                : Optional.empty();
    }
}
