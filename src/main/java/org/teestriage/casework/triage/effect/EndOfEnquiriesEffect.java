package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.EndOfEnquiries;

/** Where a manager does not agree that section 47 enquiries end, the conference is due from the day of the discussion. */
@Singleton
class EndOfEnquiriesEffect implements DecisionEffect<EndOfEnquiries> {

    private final DeadlineRules deadlineRules;

    EndOfEnquiriesEffect(DeadlineRules deadlineRules) {
        this.deadlineRules = deadlineRules;
    }

    @Override
    public Class<EndOfEnquiries> type() {
        return EndOfEnquiries.class;
    }

    @Override
    public void apply(EndOfEnquiries decision, StepContext context) {
        if (!decision.agrees()) {
            context.situation()
                    .safeguarding()
                    .discussion()
                    .ifPresent(discussion -> ConferenceDate.record(
                            context,
                            deadlineRules,
                            discussion.decision().heldOn(),
                            EndOfEnquiries.about(context.situation())));
        }
    }
}
