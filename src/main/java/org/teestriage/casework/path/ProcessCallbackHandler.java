package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.deadline.Deadline;
import org.teestriage.letter.LetterWriter;
import org.teestriage.platform.transaction.TransactionCache;
import org.teestriage.workflow.process.ProcessCallbacks;
import org.teestriage.workflow.process.StepRef;
import org.teestriage.workflow.step.CountedDeadline;

/** Runs in the engine's transaction. */
@ApplicationScoped
class ProcessCallbackHandler implements ProcessCallbacks {

    private final ConcernAccess concernAccess;
    private final Deadlines deadlines;
    private final StepQueue stepQueue;
    private final LetterWriter letterWriter;
    private final TransactionCache cache;

    ProcessCallbackHandler(
            ConcernAccess concernAccess,
            Deadlines deadlines,
            StepQueue stepQueue,
            LetterWriter letterWriter,
            TransactionCache cache) {
        this.concernAccess = concernAccess;
        this.deadlines = deadlines;
        this.stepQueue = stepQueue;
        this.letterWriter = letterWriter;
        this.cache = cache;
    }

    /** Each timer of a step calls this before the step opens; the transaction cache computes the deadline once. */
    @Override
    public Deadline deadline(StepRef place) {
        return counted(place).deadline();
    }

    private CountedDeadline counted(StepRef place) {
        return cache.rows(CountedDeadline.class, place, () -> List.of(compute(place)))
                .get(0);
    }

    private CountedDeadline compute(StepRef place) {
        Concern concern = concern(place);
        return deadlines.opening(
                concern, StepQueue.step(place), place.item(), stepQueue.hub(concern, place), concernAccess.now());
    }

    @Override
    public Instant nextOpening(StepRef place) {
        return deadlines.nextOpening(concern(place), concernAccess.now());
    }

    @Override
    public Instant holdEnds(StepRef place) {
        return deadlines.holdEnds(place.reference(), StepQueue.step(place), place.item());
    }

    @Override
    public void opened(StepRef place, String task) {
        stepQueue.open(concern(place), place, task, counted(place), concernAccess.now());
        // The next opening of the same step needs a new deadline.
        cache.forget(CountedDeadline.class, place);
    }

    @Override
    public void closed(String task) {
        stepQueue.close(task);
    }

    @Override
    public void warned(StepRef place) {
        stepQueue.warn(concern(place), place, concernAccess.now());
    }

    @Override
    public void breached(StepRef place) {
        stepQueue.breach(concern(place), place, concernAccess.now());
    }

    @Override
    public void letterDue(StepRef place) {
        letterWriter.write(concern(place), place, concernAccess.now());
    }

    /** Locks the concern: timer jobs arrive without a lock. A second lock in the same transaction has no effect. */
    private Concern concern(StepRef place) {
        return concernAccess.forService(place.reference()).orElseThrow();
    }
}
