package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.workflow.step.OutcomeStatistics;

@Singleton
class ThresholdDecisionEffect implements DecisionEffect<ThresholdDecision> {

    private final OutcomeStatistics outcomeStatistics;

    ThresholdDecisionEffect(OutcomeStatistics outcomeStatistics) {
        this.outcomeStatistics = outcomeStatistics;
    }

    @Override
    public Class<ThresholdDecision> type() {
        return ThresholdDecision.class;
    }

    @Override
    public void apply(ThresholdDecision decision, StepContext context) {
        outcomeStatistics.record(context.step(), context.round(), decision, context.now());
    }
}
