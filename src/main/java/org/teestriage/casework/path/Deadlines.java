package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Allegation;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.Deadline;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.deadline.Restart;
import org.teestriage.decision.CeopDecision;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.decision.Report;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.CountedDeadline;
import org.teestriage.workflow.step.DeadlineBasis;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
class Deadlines {

    private final DeadlineRules deadlineRules;
    private final Directory directory;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final ResponsePath path;

    Deadlines(
            DeadlineRules deadlineRules,
            Directory directory,
            WaitingSteps waiting,
            DecidedSteps decided,
            ResponsePath path) {
        this.deadlineRules = deadlineRules;
        this.directory = directory;
        this.waiting = waiting;
        this.decided = decided;
        this.path = path;
    }

    /**
     * Returns the deadline of a step that opens now. It counts from now if the step was returned, and from the
     * reopening if the concern was reopened.
     */
    CountedDeadline opening(Concern concern, Step step, String item, Hub hub, Instant now) {
        // The other steps whose deadlines start at receipt never return.
        Optional<DecidedStep> before =
                step == Step.THRESHOLD_DECISION ? decided.latest(concern.reference(), step, item) : Optional.empty();
        return counted(
                deadlineRules,
                concern,
                step,
                hub,
                DeadlineBasis.of(
                        concern, now, hub.id(), restart(concern, before, now), employerKnewAt(concern, step, item)));
    }

    Instant nextOpening(Concern concern, Instant now) {
        return deadlineRules
                .hubClock(directory.hub(concern.leadingPart().hub()).hours())
                .nextOpening(now);
    }

    /** Returns the end of the hold that the latest decision of this step set on its report. */
    Instant holdEnds(Reference reference, Step step, String item) {
        return holdEnds(decided.latest(reference, step, item).orElseThrow());
    }

    static Instant holdEnds(DecidedStep held) {
        Report report = held.step() == Step.CEOP_DECISION
                ? held.decision(CeopDecision.class).report()
                : held.decision(PlatformDecision.class).report();
        Instant until = report.heldUntil();
        if (until == null) {
            throw new IllegalStateException("The decision has no end date for its hold");
        }
        return until;
    }

    /**
     * The moment from which a step counts that opens now. A decision from before the reopening does not count as
     * returned.
     *
     * @param before the latest decision of the step
     */
    static @Nullable Restart restart(Concern concern, Optional<DecidedStep> before, Instant now) {
        Optional<Restart> reopened = concern.reopenedAt().map(at -> new Restart(at, "opened again"));
        return before.filter(last -> reopened.map(Restart::at)
                        .filter(last.decidedAt()::isBefore)
                        .isEmpty())
                .map(returned -> new Restart(now, "returned"))
                .or(() -> reopened)
                .orElse(null);
    }

    private static CountedDeadline counted(
            DeadlineRules rules, Concern concern, Step step, Hub hub, DeadlineBasis basis) {
        return new CountedDeadline(rules.deadline(step.id(), basis.context(concern.receivedAt(), hub.hours())), basis);
    }

    /** Details of the {@code SHORTENED} timeline entry. */
    record Shortened(Instant before, Instant due, String howDue, String rule) {}

    /**
     * Recalculates the deadlines of all open steps from now, under the present urgency. An earlier deadline replaces
     * the old one, its explanation and its timers. A later one is ignored.
     *
     * @param event the reason, as it appears in the explanation: {@code danger raised}
     */
    void shorten(ConcernUpdate update, String event) {
        Restart anew = new Restart(update.now(), event);
        waiting.of(update.concern().reference()).forEach(step -> shorten(update, step, anew));
    }

    /** Recalculates the deadlines of open referrals to the LADO, where it was told since when the employer knows. */
    void employerKnows(ConcernUpdate update) {
        Concern concern = update.concern();
        waiting.of(concern.reference()).stream()
                .filter(step -> employerKnewAt(concern, step.step(), step.item()) != null)
                .forEach(step -> shorten(update, step, null));
    }

    private void shorten(ConcernUpdate update, WaitingStep step, @Nullable Restart anew) {
        Concern concern = update.concern();
        Instant before = step.due();
        sooner(deadlineRules, concern, step, directory.hub(step.hub()), anew).ifPresent(counted -> {
            step.setDeadline(counted);
            path.moveTimers(step.task(), step.step().id(), counted.deadline());
            update.timeline().appendByPath(concern, update.now(), shortened(step, before, counted.deadline()));
        });
    }

    private static @Nullable Instant employerKnewAt(Concern concern, Step step, String item) {
        if (step != Step.LADO_REFERRAL) {
            return null;
        }
        Allegation allegation =
                concern.facts().suspects().get(Integer.parseInt(item) - 1).allegation();
        return allegation == null ? null : allegation.employerKnewAt();
    }

    /** The deadline of an open step by the present urgency, if it is earlier than its own. */
    static Optional<CountedDeadline> sooner(
            DeadlineRules rules, Concern concern, WaitingStep step, Hub hub, @Nullable Restart anew) {
        CountedDeadline counted = counted(
                rules,
                concern,
                step.step(),
                hub,
                DeadlineBasis.of(
                        concern, step.openedAt(), hub.id(), anew, employerKnewAt(concern, step.step(), step.item())));
        return counted.deadline().due().isBefore(step.due()) ? Optional.of(counted) : Optional.empty();
    }

    /**
     * Counts the deadline of an open step again, in the circumstances in which it was counted. One of an earlier release
     * kept no circumstances: it is counted under the present urgency, from the last change of that.
     *
     * @param urgencySince the last change of urgency; null if there was none since the step opened
     */
    CountedDeadline recount(Concern concern, WaitingStep step, @Nullable Instant urgencySince, Instant now) {
        DeadlineBasis basis = step.basis().orElseGet(() -> earlierBasis(concern, step, urgencySince));
        Deadline deadline = deadlineRules.deadlineToday(
                step.step().id(),
                basis.context(concern.receivedAt(), directory.hub(basis.hub()).hours()),
                BusinessClock.dateOf(now));
        return new CountedDeadline(deadline, basis);
    }

    private DeadlineBasis earlierBasis(Concern concern, WaitingStep step, @Nullable Instant urgencySince) {
        Optional<DecidedStep> before = step.step() == Step.THRESHOLD_DECISION
                ? decided.latest(concern.reference(), step.step(), step.item())
                : Optional.empty();
        Restart anew = urgencySince == null
                ? restart(concern, before, step.openedAt())
                : new Restart(urgencySince, "priority raised");
        return DeadlineBasis.of(
                concern, step.openedAt(), step.hub(), anew, employerKnewAt(concern, step.step(), step.item()));
    }

    void move(WaitingStep step, CountedDeadline recounted, Instant now) {
        step.recount(recounted, LondonTime.when(now));
        path.moveTimers(step.task(), step.step().id(), recounted.deadline());
    }

    private static TimelineEvent shortened(WaitingStep step, Instant before, Deadline counted) {
        return new TimelineEvent(
                Kind.SHORTENED,
                step.step().id(),
                step.item(),
                "Due sooner: %s, now %s.".formatted(step.step().title(), LondonTime.when(counted.due())),
                new Shortened(before, counted.due(), counted.explanation(), counted.policy()));
    }
}
