package org.teestriage.casework.decisionsupport;

import java.time.Instant;
import java.util.Optional;
import org.teestriage.concern.Concern;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.WaitingStep;

/** Findings of a first person that danger is over, which wait for a second person. */
public final class FirstFindings {

    private FirstFindings() {}

    /** The latest for this step since danger was last told. */
    public static Optional<Timeline.Line> of(Timeline timeline, Concern concern, WaitingStep step) {
        Instant told = concern.dangerAt();
        return timeline.read(concern.reference().value()).stream()
                .filter(line -> line.link().kind() == Kind.SECOND_DECISION
                        && line.link().step().equals(step.step().id())
                        && line.link().item().equals(step.item())
                        && (told == null || !line.at().isBefore(told)))
                .reduce((earlier, later) -> later);
    }
}
