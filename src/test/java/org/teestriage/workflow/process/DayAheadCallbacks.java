package org.teestriage.workflow.process;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.teestriage.deadline.Deadline;

/** Callbacks of an engine without concerns: every deadline is a day ahead. {@code letters} gets each letter that is due. */
record DayAheadCallbacks(Consumer<StepRef> letters) implements ProcessCallbacks {

    @Override
    public Deadline deadline(StepRef place) {
        Instant due = nextOpening(place);
        return new Deadline(due, due.minus(Duration.ofHours(4)), "", "");
    }

    @Override
    public Instant nextOpening(StepRef place) {
        return Instant.now().plus(Duration.ofDays(1));
    }

    @Override
    public Instant holdEnds(StepRef place) {
        return nextOpening(place);
    }

    @Override
    public void opened(StepRef place, String task) {}

    @Override
    public void closed(String task) {}

    @Override
    public void warned(StepRef place) {}

    @Override
    public void breached(StepRef place) {}

    @Override
    public void letterDue(StepRef place) {
        letters.accept(place);
    }
}
