package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.Acknowledgement;
import org.teestriage.decision.wording.Wording;

@Singleton
class AcknowledgementEffect implements DecisionEffect<Acknowledgement> {

    private final Wording wording;

    AcknowledgementEffect(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Class<Acknowledgement> type() {
        return Acknowledgement.class;
    }

    @Override
    public void check(Acknowledgement decision, StepContext context) {
        wording.on(BusinessClock.dateOf(context.now())).requireAcknowledgement(decision.wording());
    }
}
