package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.casework.breakglass.BreakGlassGrants;
import org.teestriage.decision.BreakGlassReview;

@Singleton
class BreakGlassReviewEffect implements DecisionEffect<BreakGlassReview> {

    private final BreakGlassGrants breakGlassGrants;

    BreakGlassReviewEffect(BreakGlassGrants breakGlassGrants) {
        this.breakGlassGrants = breakGlassGrants;
    }

    @Override
    public Class<BreakGlassReview> type() {
        return BreakGlassReview.class;
    }

    @Override
    public void apply(BreakGlassReview decision, StepContext context) {
        breakGlassGrants
                .find(context.reference(), context.item())
                .orElseThrow()
                .review(context.update().officer(), decision.justified(), context.now());
    }
}
