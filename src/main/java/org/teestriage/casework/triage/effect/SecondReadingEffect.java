package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import org.teestriage.decision.SecondReading;
import org.teestriage.workflow.step.OutcomeStatistics;

/** Clears the complex-abuse flag if the second reader agrees with a threshold decision that drops it. */
@Singleton
class SecondReadingEffect implements DecisionEffect<SecondReading> {

    private final OutcomeStatistics outcomeStatistics;

    SecondReadingEffect(OutcomeStatistics outcomeStatistics) {
        this.outcomeStatistics = outcomeStatistics;
    }

    @Override
    public Class<SecondReading> type() {
        return SecondReading.class;
    }

    @Override
    public void apply(SecondReading decision, StepContext context) {
        outcomeStatistics.record(context.step(), decision, context.now());
        boolean complex = context.situation()
                .threshold()
                .map(first -> first.decision().complexAbuse())
                .orElse(true);
        if (decision.agrees() && !complex) {
            context.concern().noLongerComplex();
        }
    }
}
