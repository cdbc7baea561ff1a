package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Priority;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.deadline.Deadline;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.WaitingSteps;

/** A section 47 enquiry (Children Act 1989) sets the due date of the initial child protection conference. */
@Singleton
class StrategyDiscussionEffect implements DecisionEffect<StrategyDiscussion> {

    private final DeadlineRules deadlineRules;
    private final WaitingSteps waiting;
    private final Notes notes;

    StrategyDiscussionEffect(DeadlineRules deadlineRules, WaitingSteps waiting, Notes notes) {
        this.deadlineRules = deadlineRules;
        this.waiting = waiting;
        this.notes = notes;
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
            Deadline conference = deadlineRules.conferenceDate(decision.heldOn());
            context.update()
                    .record(
                            Kind.DECIDED,
                            decision.step().id(),
                            context.item(),
                            "An initial child protection conference is due by %s, about child %s."
                                    .formatted(
                                            LondonTime.when(conference.due()),
                                            decision.begun().stream()
                                                    .map(String::valueOf)
                                                    .collect(Collectors.joining(", "))),
                            conference);
        }
    }
}
