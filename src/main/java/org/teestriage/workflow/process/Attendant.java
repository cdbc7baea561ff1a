package org.teestriage.workflow.process;

import java.time.Instant;
import org.teestriage.deadline.Deadline;

/**
 * What the path asks of the desk when a token moves, in the same transaction. The engine room may not look into the
 * facts, so the desk answers here for deadlines and takes note of what opens and closes.
 */
public interface Attendant {

    Deadline deadline(Place place);

    Instant nextOpening(Place place);

    Instant holdEnds(Place place);

    void opened(Place place, String task);

    void closed(String task);

    void warned(Place place);

    void breached(Place place);

    void letterDue(Place place);
}
