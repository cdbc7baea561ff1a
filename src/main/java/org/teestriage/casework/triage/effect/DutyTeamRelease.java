package org.teestriage.casework.triage.effect;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.DutyWorkRecords;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Ends the work of the Emergency Duty Team on a concern: what it claimed returns to the queue. */
@ApplicationScoped
public class DutyTeamRelease {

    private final WaitingSteps waiting;
    private final DutyWorkRecords dutyWorkRecords;

    DutyTeamRelease(WaitingSteps waiting, DutyWorkRecords dutyWorkRecords) {
        this.waiting = waiting;
        this.dutyWorkRecords = dutyWorkRecords;
    }

    public void end(ConcernUpdate update) {
        waiting.of(update.concern().reference()).stream()
                .filter(WaitingStep::claimedByTeam)
                .forEach(step -> {
                    String user = step.claimedBy().orElseThrow();
                    step.release();
                    update.record(
                            Kind.RELEASED,
                            step.step().id(),
                            step.item(),
                            "Back in the queue: %s.".formatted(step.step().title()),
                            user);
                });
        dutyWorkRecords.end(update);
    }
}
