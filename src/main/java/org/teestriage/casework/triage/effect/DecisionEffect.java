package org.teestriage.casework.triage.effect;

import org.teestriage.decision.Decision;

interface DecisionEffect<D extends Decision> {

    Class<D> type();

    /**
     * Called before anything changes.
     *
     * @throws org.teestriage.platform.transaction.RequestRefusedException where the decision cannot be carried out
     */
    default void check(D decision, StepContext context) {}

    default void apply(D decision, StepContext context) {}
}
