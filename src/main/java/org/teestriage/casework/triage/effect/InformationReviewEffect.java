package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.decision.InformationReview;

@Singleton
class InformationReviewEffect implements DecisionEffect<InformationReview> {

    private final PathInputs pathInputs;

    InformationReviewEffect(PathInputs pathInputs) {
        this.pathInputs = pathInputs;
    }

    @Override
    public Class<InformationReview> type() {
        return InformationReview.class;
    }

    @Override
    public void apply(InformationReview decision, StepContext context) {
        if (decision.priority() != null) {
            context.concern()
                    .rate(decision.priority(), "An officer's review of further information: see the decision.");
            pathInputs.applyPriority(context.update(), "priority raised");
        }
    }
}
