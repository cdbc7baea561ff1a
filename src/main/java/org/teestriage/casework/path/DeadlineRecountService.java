package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.CountedDeadline;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Counts open deadlines again after a correction of the calendar, opening hours or clock rules, for operators. */
@ApplicationScoped
public class DeadlineRecountService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final WaitingSteps waiting;
    private final Deadlines deadlines;
    private final Timeline timeline;

    DeadlineRecountService(
            Transactions transactions,
            ConcernAccess concernAccess,
            WaitingSteps waiting,
            Deadlines deadlines,
            Timeline timeline) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.waiting = waiting;
        this.deadlines = deadlines;
        this.timeline = timeline;
    }

    /**
     * What an operator asks for.
     *
     * @param dryRun changes nothing
     * @param alsoLater moves a deadline also where the rules make it due later
     */
    public record Options(boolean dryRun, boolean alsoLater) {}

    public enum Fate {
        SOONER,
        LATER,
        /** Due later by the rules, which the operator has not asked for. */
        KEPT,
        /** Due later by the rules, and raised to the manager already. */
        KEPT_OVERDUE
    }

    /** An open step whose deadline the rules would count differently now. */
    public record Recounted(Step step, String item, Instant before, Instant due, String rule, Fate fate) {}

    /** Details of the {@code RECOUNTED} timeline entry. */
    record Details(Instant before, Instant due, String howDue, String rule) {}

    /** Concerns with open steps. */
    public List<Reference> concerns() {
        return transactions.inNewTransaction(waiting::concerns);
    }

    /** Counts the open deadlines of one concern again. Repeating it changes nothing. */
    public List<Recounted> recount(Reference reference, Options options) {
        return transactions.inNewTransaction(() -> concernAccess
                .forService(reference)
                .map(concern -> recount(concern, options))
                .orElse(List.of()));
    }

    private List<Recounted> recount(Concern concern, Options options) {
        Instant now = concernAccess.now();
        List<Recounted> all = new ArrayList<>();
        for (WaitingStep step : waiting.of(concern.reference())) {
            CountedDeadline counted = deadlines.recount(concern, step, urgencySince(concern, step), now);
            fate(step, counted, options.alsoLater()).ifPresent(fate -> {
                Recounted recounted = new Recounted(
                        step.step(),
                        step.item(),
                        step.due(),
                        counted.deadline().due(),
                        counted.deadline().policy(),
                        fate);
                all.add(recounted);
                if (!options.dryRun() && (fate == Fate.SOONER || fate == Fate.LATER)) {
                    deadlines.move(step, counted, now);
                    timeline.append(concern, Signature.AN_OPERATOR, now, entry(recounted, counted));
                }
            });
        }
        return all;
    }

    /** What to do with the deadline of a step; empty if the rules count the same. */
    static Optional<Fate> fate(WaitingStep step, CountedDeadline counted, boolean alsoLater) {
        int order = counted.deadline().due().compareTo(step.due());
        // An earlier release kept no circumstances, so that a later deadline may be one of a lower urgency.
        if (order == 0 || (order > 0 && step.basis().isEmpty())) {
            return Optional.empty();
        }
        if (order < 0) {
            return Optional.of(Fate.SOONER);
        }
        if (!alsoLater) {
            return Optional.of(Fate.KEPT);
        }
        return Optional.of(step.breached() ? Fate.KEPT_OVERDUE : Fate.LATER);
    }

    /** The last change of urgency since the step opened, of which a step of an earlier release keeps no record. */
    private @Nullable Instant urgencySince(Concern concern, WaitingStep step) {
        if (step.basis().isPresent()) {
            return null;
        }
        return timeline.read(concern.reference().value()).stream()
                .filter(line -> line.link().kind() == Kind.RATED || line.link().kind() == Kind.DANGER)
                .map(Timeline.Line::at)
                .filter(step.openedAt()::isBefore)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static TimelineEvent entry(Recounted recounted, CountedDeadline counted) {
        return new TimelineEvent(
                Kind.RECOUNTED,
                recounted.step().id(),
                recounted.item(),
                "Counted again by corrected rules, due %s: %s, now %s."
                        .formatted(
                                recounted.fate() == Fate.SOONER ? "sooner" : "later",
                                recounted.step().title(),
                                LondonTime.when(recounted.due())),
                new Details(
                        recounted.before(), recounted.due(), counted.deadline().explanation(), recounted.rule()));
    }
}
