package org.teestriage.casework.triage.effect;

import java.time.Instant;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Situation;
import org.teestriage.workflow.step.WaitingStep;

/** {@code round} counts the decisions of this step and item, from 1. */
public record StepContext(ConcernUpdate update, WaitingStep step, int round, Situation situation) {

    Concern concern() {
        return update.concern();
    }

    Reference reference() {
        return update.concern().reference();
    }

    String item() {
        return step.item();
    }

    /** Returns the part of the step. Only for steps whose item is a part number. */
    Part part() {
        return concern().part(Integer.parseInt(step.item()));
    }

    Instant now() {
        return update.now();
    }
}
