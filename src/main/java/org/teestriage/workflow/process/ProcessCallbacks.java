package org.teestriage.workflow.process;

import java.time.Instant;
import org.teestriage.deadline.Deadline;

/**
 * Calls from the process engine when a token moves, in the same transaction. The engine has no facts, so
 * implementations compute deadlines and store opened and closed steps.
 */
public interface ProcessCallbacks {

    Deadline deadline(StepRef place);

    Instant nextOpening(StepRef place);

    Instant holdEnds(StepRef place);

    void opened(StepRef place, String task);

    void closed(String task);

    void warned(StepRef place);

    void breached(StepRef place);

    void letterDue(StepRef place);
}
