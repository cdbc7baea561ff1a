package org.teestriage.casework.triage.effect;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import org.teestriage.deadline.Deadline;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Step;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.timeline.TimelineEvent.Kind;

/** The due date of an initial child protection conference, from the discussion that began section 47 enquiries. */
final class ConferenceDate {

    private ConferenceDate() {}

    static void record(StepContext context, DeadlineRules rules, LocalDate discussed, List<Integer> children) {
        Deadline conference = rules.conferenceDate(discussed);
        context.update()
                .record(
                        Kind.DECIDED,
                        Step.STRATEGY_DISCUSSION.id(),
                        context.item(),
                        "An initial child protection conference is due by %s, about child %s."
                                .formatted(
                                        LondonTime.when(conference.due()),
                                        children.stream().map(String::valueOf).collect(joining(", "))),
                        conference);
    }
}
