package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.deadline.Deadline;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.timeline.TimelineEvent.Kind;

/** A section 47 enquiry (Children Act 1989) sets the due date of the initial child protection conference. */
@Singleton
class StrategyDiscussionEffect implements DecisionEffect<StrategyDiscussion> {

    private final DeadlineRules deadlineRules;

    StrategyDiscussionEffect(DeadlineRules deadlineRules) {
        this.deadlineRules = deadlineRules;
    }

    @Override
    public Class<StrategyDiscussion> type() {
        return StrategyDiscussion.class;
    }

    @Override
    public void apply(StrategyDiscussion decision, StepContext context) {
        if (decision.section47()) {
            Deadline conference = deadlineRules.conferenceDate(decision.heldOn());
            context.update()
                    .record(
                            Kind.DECIDED,
                            decision.step().id(),
                            context.item(),
                            "An initial child protection conference is due by %s."
                                    .formatted(LondonTime.when(conference.due())),
                            conference);
        }
    }
}
