package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.casework.path.Supplements;
import org.teestriage.concern.Part;
import org.teestriage.decision.HubAcceptance;
import org.teestriage.directory.routing.Routing;

@Singleton
class HubAcceptanceEffect implements DecisionEffect<HubAcceptance> {

    private final Routing routing;
    private final StepRelocation stepRelocation;
    private final Supplements supplements;

    HubAcceptanceEffect(Routing routing, StepRelocation stepRelocation, Supplements supplements) {
        this.routing = routing;
        this.stepRelocation = stepRelocation;
        this.supplements = supplements;
    }

    @Override
    public Class<HubAcceptance> type() {
        return HubAcceptance.class;
    }

    @Override
    public void apply(HubAcceptance decision, StepContext context) {
        if (decision.accepted()) {
            Part part = context.part();
            Routing.Placement accepted = routing.accepted(
                    part.proposedMove().orElseThrow(), part, context.concern().receivedOn());
            part.acceptMove(accepted.authority(), accepted.standing(), context.now());
            stepRelocation.move(context.update(), part);
            supplements.record(context.update());
        } else {
            context.part().returnMove();
        }
    }
}
