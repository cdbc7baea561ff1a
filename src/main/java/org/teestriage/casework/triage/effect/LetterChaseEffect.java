package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.Concern;
import org.teestriage.concern.facts.Answer;
import org.teestriage.decision.LetterChase;
import org.teestriage.decision.LetterChase.StillNeeded;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterApprovals;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.workflow.step.DecidedSteps;

/** Ends no letter to the police or to social care that a rule requires: that would walk round the rule. */
@Singleton
class LetterChaseEffect implements DecisionEffect<LetterChase> {

    private final LetterApprovals letterApprovals;
    private final Outbox outbox;
    private final DecidedSteps decided;

    LetterChaseEffect(LetterApprovals letterApprovals, Outbox outbox, DecidedSteps decided) {
        this.letterApprovals = letterApprovals;
        this.outbox = outbox;
        this.decided = decided;
    }

    @Override
    public Class<LetterChase> type() {
        return LetterChase.class;
    }

    @Override
    public void check(LetterChase decision, StepContext context) {
        Letter letter = outbox.numbered(context.reference(), context.item()).orElseThrow();
        decision.refusal(stillNeeded(letter, context.concern())).ifPresent(refusal -> {
            throw RequestRefusedException.conflict(refusal.sentence());
        });
        if (letter.purpose() == Letter.Purpose.PLATFORM_REPORT && decision.remedy() == LetterChase.Remedy.SEND_AGAIN) {
            PlatformDecisionEffect.requireNotCovert(context.concern());
        }
        letterApprovals.checkChase(context.reference(), context.item(), decision, context.now());
    }

    private Optional<StillNeeded> stillNeeded(Letter letter, Concern concern) {
        return switch (letter.purpose()) {
            case POLICE_REPORT ->
                concern.facts().sexual() == Answer.NO
                        ? Optional.empty()
                        : Optional.of(StillNeeded.SEXUAL_HARM_TO_THE_POLICE);
            case SOCIAL_CARE_REFERRAL ->
                isInSection47(ChildItem.of(letter.item()).child(), concern)
                        ? Optional.of(StillNeeded.SECTION_47_TO_SOCIAL_CARE)
                        : Optional.empty();
            case CEOP_REPORT, PLATFORM_REPORT, LADO_REFERRAL -> Optional.empty();
        };
    }

    private boolean isInSection47(int child, Concern concern) {
        String part = String.valueOf(concern.partOfChild(child).number());
        return decided.latest(concern.reference(), Step.THRESHOLD_DECISION, part)
                .map(step -> step.decision(ThresholdDecision.class).gives(child, Outcome.SECTION_47))
                .orElse(false);
    }

    @Override
    public void apply(LetterChase decision, StepContext context) {
        letterApprovals.chase(context.update(), context.item(), decision);
    }
}
