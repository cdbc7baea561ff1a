package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.concern.Concern;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Step;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** The steps of overdue partner checks, one for each child. */
@ApplicationScoped
public class CheckSteps {

    private final WaitingSteps waiting;
    private final ResponsePath path;
    private final PathInputs pathInputs;
    private final EarlierPaths earlierPaths;

    CheckSteps(WaitingSteps waiting, ResponsePath path, PathInputs pathInputs, EarlierPaths earlierPaths) {
        this.waiting = waiting;
        this.path = path;
        this.pathInputs = pathInputs;
        this.earlierPaths = earlierPaths;
    }

    public boolean isOpen(Concern concern, int child) {
        return find(concern, child).isPresent();
    }

    public void open(Concern concern, int child, Instant now) {
        earlierPaths.bringForwardIfEarlier(concern, now);
        path.tell(concern.reference(), PathMessage.PARTNER_SILENT, String.valueOf(child));
    }

    /** Removes a step whose checks were answered without its decision. */
    public void close(Concern concern, int child) {
        find(concern, child)
                .ifPresent(step -> path.complete(step.task(), pathInputs.onward(concern, Set.of(), List.of())));
    }

    private Optional<WaitingStep> find(Concern concern, int child) {
        return waiting.find(concern.reference(), Step.PARTNER_CHECK_OVERDUE, String.valueOf(child));
    }
}
