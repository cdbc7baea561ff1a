package org.teestriage.casework.triage.effect;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.decision.Acknowledgement;
import org.teestriage.decision.wording.Wording;

@ApplicationScoped
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
        wording.requireAcknowledgement(decision.wording());
    }
}
