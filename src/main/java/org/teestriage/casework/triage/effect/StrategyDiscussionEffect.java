package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.casework.path.Discussions;
import org.teestriage.casework.path.ObligationAssessment;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Priority;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingSteps;

/** Sets the date of the initial child protection conference, and the day on which agreed actions come back. */
@Singleton
class StrategyDiscussionEffect implements DecisionEffect<StrategyDiscussion> {

    private final DeadlineRules deadlineRules;
    private final WaitingSteps waiting;
    private final Notes notes;
    private final DecidedSteps decided;
    private final ObligationAssessment obligationAssessment;

    StrategyDiscussionEffect(
            DeadlineRules deadlineRules,
            WaitingSteps waiting,
            Notes notes,
            DecidedSteps decided,
            ObligationAssessment obligationAssessment) {
        this.deadlineRules = deadlineRules;
        this.waiting = waiting;
        this.notes = notes;
        this.decided = decided;
        this.obligationAssessment = obligationAssessment;
    }

    @Override
    public Class<StrategyDiscussion> type() {
        return StrategyDiscussion.class;
    }

    /** A red referral that is due no later has to be told first: by telephone, or in writing. */
    @Override
    public void check(StrategyDiscussion decision, StepContext context) {
        if (context.concern().priority() == Priority.RED && untold(context) && !telephoned(context)) {
            throw RequestRefusedException.conflict("Children's social care were not told yet. Call them and record the"
                    + " call to children's social care here, or send the referral; then record the discussion."
                    + " Nothing has changed.");
        }
    }

    private boolean untold(StepContext context) {
        return waiting.of(context.reference()).stream()
                .filter(step -> step.step() == Step.SOCIAL_CARE_REFERRAL
                        && !step.due().isAfter(context.step().due()))
                .anyMatch(step -> context.part()
                        .children()
                        .contains(ChildItem.of(step.item()).child()));
    }

    private boolean telephoned(StepContext context) {
        return notes.of(context.reference()).stream()
                .anyMatch(note -> note.addition() instanceof PhoneCall call && call.to() == PhoneCall.To.SOCIAL_CARE);
    }

    @Override
    public void apply(StrategyDiscussion decision, StepContext context) {
        if (decision.beginsEnquiries()) {
            ConferenceDate.record(context, deadlineRules, decision.heldOn(), decision.begun());
        }
        if (!decision.actions().isEmpty()) {
            Discussions.actions(context.item(), decided.of(context.reference()))
                    .nextDay()
                    .ifPresent(day -> obligationAssessment.followUp(context.update(), context.item(), day));
        }
    }
}
