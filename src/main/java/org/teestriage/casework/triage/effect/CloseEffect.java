package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.Close;

@Singleton
class CloseEffect implements DecisionEffect<Close> {

    @Override
    public Class<Close> type() {
        return Close.class;
    }

    @Override
    public void apply(Close decision, StepContext context) {
        context.concern().close(context.now());
    }
}
