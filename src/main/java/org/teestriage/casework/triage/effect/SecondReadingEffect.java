package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.decision.SecondReading;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.OutcomeStatistics;

/**
 * Clears the complex-abuse flag once the second readers of every part agree that it is not complex abuse. The flag is
 * the concern's: one hub must not lower it for the children of another, whose decision may still be open or the
 * contrary.
 */
@Singleton
class SecondReadingEffect implements DecisionEffect<SecondReading> {

    private final OutcomeStatistics outcomeStatistics;
    private final DecidedSteps decided;

    SecondReadingEffect(OutcomeStatistics outcomeStatistics, DecidedSteps decided) {
        this.outcomeStatistics = outcomeStatistics;
        this.decided = decided;
    }

    @Override
    public Class<SecondReading> type() {
        return SecondReading.class;
    }

    @Override
    public void apply(SecondReading decision, StepContext context) {
        outcomeStatistics.record(context.step(), decision, context.now());
        Concern concern = context.concern();
        if (!concern.complex() || !isAgreedNotComplex(concern, context.part())) {
            return;
        }
        if (concern.parts().stream().allMatch(part -> isAgreedNotComplex(concern, part))) {
            concern.noLongerComplex();
        } else {
            context.update()
                    .record(
                            Kind.RATED,
                            "It stays treated as complex abuse until the decisions of all parts agree that it is not.",
                            concern.reference());
        }
    }

    /** Whether the last decision of the part says so, and a second reader has agreed to it since. */
    private boolean isAgreedNotComplex(Concern concern, Part part) {
        List<DecidedStep> inOrder = decided.of(concern.reference());
        int first = lastOf(Step.THRESHOLD_DECISION, part, inOrder);
        int second = lastOf(Step.SECOND_READING, part, inOrder);
        return first >= 0
                && second > first
                && !inOrder.get(first).decision(ThresholdDecision.class).complexAbuse()
                && inOrder.get(second).decision(SecondReading.class).agrees();
    }

    private static int lastOf(Step step, Part part, List<DecidedStep> inOrder) {
        return IntStream.range(0, inOrder.size())
                .filter(index -> inOrder.get(index).step() == step
                        && inOrder.get(index).item().equals(String.valueOf(part.number())))
                .max()
                .orElse(-1);
    }
}
