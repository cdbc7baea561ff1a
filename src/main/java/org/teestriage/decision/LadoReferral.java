package org.teestriage.decision;

import static org.teestriage.platform.validation.SelfValidating.flawIf;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;

public record LadoReferral(
        @Nullable @Valid Sent sent,
        @Nullable @Valid Approval approval,
        @Nullable @Valid ReferralNotNeeded notNeeded,
        @Nullable @MultiLine String note)
        implements Decision, SelfValidating {

    @Override
    public Step step() {
        return Step.LADO_REFERRAL;
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
                    : Ruling.of("A referral to the LADO of the workplace was decided not to be needed.");
        }
        if (sent == null) {
            return Ruling.of("The referral to the LADO of the workplace was approved; the service brings it.");
        }
        return situation.isInFuture(sent.at())
                ? new Refusal("The referral is said to be sent in the future. Send it first, then record it.")
                : Ruling.of("The LADO of the workplace received the referral.");
    }

    public boolean hasItAlready() {
        return notNeeded != null && notNeeded.because() == ReferralNotNeeded.NoReferral.ALREADY_REFERRED;
    }

    /** A person who works with children as far as is known has to be known to the LADO. */
    private static Optional<Refusal> protects(ReferralNotNeeded reason, Situation situation) {
        boolean worksWithChildren =
                situation.facts().suspectsAtWork().stream().map(String::valueOf).anyMatch(situation.item()::equals);
        return worksWithChildren && reason.because() != ReferralNotNeeded.NoReferral.ALREADY_REFERRED
                ? Optional.of(
                        new Refusal("As far as is known, this person works with children. Make the referral, say that"
                                + " the LADO has it already, or correct what is known first."))
                : Optional.empty();
    }
}
