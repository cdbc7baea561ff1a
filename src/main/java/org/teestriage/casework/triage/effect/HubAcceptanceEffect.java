package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.HubAcceptance;

@Singleton
class HubAcceptanceEffect implements DecisionEffect<HubAcceptance> {

    private final StepRelocation stepRelocation;

    HubAcceptanceEffect(StepRelocation stepRelocation) {
        this.stepRelocation = stepRelocation;
    }

    @Override
    public Class<HubAcceptance> type() {
        return HubAcceptance.class;
    }

    @Override
    public void apply(HubAcceptance decision, StepContext context) {
        if (decision.accepted()) {
            context.part().acceptMove();
            stepRelocation.move(context.update(), context.part(), context.part().hub());
        } else {
            context.part().returnMove();
        }
    }
}
