package org.teestriage.casework.triage.effect;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Priority;
import org.teestriage.decision.ImmediateRiskCheck;
import org.teestriage.decision.InformationReview;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;

/** Sets the priority, and lowers it only by the decision of a manager who did not raise it (ADR 50). */
@Singleton
class InformationReviewEffect implements DecisionEffect<InformationReview> {

    /** Of the rationale, so that the reason fits its column. */
    private static final int LONGEST_WHY = 300;

    private final PathInputs pathInputs;
    private final DecidedSteps decided;

    InformationReviewEffect(PathInputs pathInputs, DecidedSteps decided) {
        this.pathInputs = pathInputs;
        this.decided = decided;
    }

    @Override
    public Class<InformationReview> type() {
        return InformationReview.class;
    }

    /** A change of the priority, as the timeline keeps it. */
    record PriorityChange(Priority before, Priority after, String why) {}

    @Override
    public void check(InformationReview decision, StepContext context) {
        Officer officer = context.update().officer();
        decision.refusal(
                        context.concern().priority(),
                        new InformationReview.Reviewer(officer.is(Role.MANAGER), raisedBy(officer, context.concern())))
                .ifPresent(refusal -> {
                    throw RequestRefusedException.conflict(refusal.sentence());
                });
    }

    /** Whether the last decision that set the priority is the officer's. */
    private boolean raisedBy(Officer officer, Concern concern) {
        return decided.of(concern.reference()).stream()
                .filter(InformationReviewEffect::rates)
                .reduce((earlier, later) -> later)
                .filter(last -> last.decidedBy().equals(officer.user()))
                .isPresent();
    }

    private static boolean rates(DecidedStep step) {
        return switch (step.step()) {
            case INFORMATION_REVIEW ->
                step.decision(InformationReview.class).effect() != InformationReview.Effect.NOTHING;
            case IMMEDIATE_RISK_CHECK ->
                step.decision(ImmediateRiskCheck.class).finding() != ImmediateRiskCheck.Finding.NO_IMMEDIATE_DANGER;
            default -> false;
        };
    }

    @Override
    public void apply(InformationReview decision, StepContext context) {
        Priority after = decision.priority();
        if (after == null) {
            return;
        }
        Concern concern = context.concern();
        Priority before = concern.priority();
        String change = before == after
                ? "Confirmed as %s".formatted(lower(after))
                : "%s from %s to %s"
                        .formatted(after.isLessUrgentThan(before) ? "Lowered" : "Raised", lower(before), lower(after));
        concern.rate(
                after,
                "%s by %s, %s: %s"
                        .formatted(
                                change,
                                context.update().officer().name(),
                                LondonTime.when(context.now()),
                                shortened(decision.rationale())));
        context.update()
                .record(
                        Kind.RATED,
                        "Priority %s: %s by a review of further information.".formatted(lower(after), change),
                        new PriorityChange(before, after, decision.rationale()));
        pathInputs.applyPriority(context.update(), "priority raised");
    }

    private static String shortened(String why) {
        String line = why.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_WHY
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_WHY)) + " …";
    }

    private static String lower(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
