package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.HandOver;

/** Day staff have the concern: the Emergency Duty Team no longer reads it. */
@Singleton
class HandOverEffect implements DecisionEffect<HandOver> {

    private final DutyTeamRelease dutyTeamRelease;

    HandOverEffect(DutyTeamRelease dutyTeamRelease) {
        this.dutyTeamRelease = dutyTeamRelease;
    }

    @Override
    public Class<HandOver> type() {
        return HandOver.class;
    }

    @Override
    public void apply(HandOver decision, StepContext context) {
        dutyTeamRelease.end(context.update());
    }
}
