package org.teestriage.workflow.process;

import java.time.Instant;
import org.teestriage.deadline.Deadline;

/**
 * What the path asks of the desk when a token moves, in the same transaction. The engine room may not look into the
 * facts, so the desk answers here for deadlines and takes note of what opens and closes.
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
