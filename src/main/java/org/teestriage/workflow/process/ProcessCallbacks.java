package org.teestriage.workflow.process;

import java.time.Instant;
import org.teestriage.deadline.Deadline;

/**
 * Calls from the process engine when a token moves, in the same transaction. The engine knows no facts, so deadlines are
 * computed, and opened and closed steps stored, on the other side.
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
