package org.teestriage.casework.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Claimed steps that their owner may no longer see. */
@ApplicationScoped
class InaccessibleClaims {

    private final WaitingSteps waiting;
    private final StaffMembers staffMembers;
    private final StepAccess stepAccess;

    InaccessibleClaims(WaitingSteps waiting, StaffMembers staffMembers, StepAccess stepAccess) {
        this.waiting = waiting;
        this.staffMembers = staffMembers;
        this.stepAccess = stepAccess;
    }

    /** Puts the steps back in the queue. {@code timeline} gets an event for each. */
    void release(Reference reference, Consumer<TimelineEvent> timeline) {
        for (WaitingStep step : waiting.of(reference)) {
            step.claimedBy().filter(user -> !maySee(user, step)).ifPresent(user -> {
                step.release();
                timeline.accept(new TimelineEvent(
                        TimelineEvent.Kind.RELEASED,
                        step.step().id(),
                        step.item(),
                        "Back in the queue: %s.".formatted(step.step().title()),
                        user));
            });
        }
    }

    private boolean maySee(String user, WaitingStep step) {
        return staffMembers
                .find(user)
                .filter(member -> stepAccess.maySee(member.officer(), step))
                .isPresent();
    }
}
