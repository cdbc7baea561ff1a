package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.decision.LadoReferral;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.PoliceReport;
import org.teestriage.decision.Step;
import org.teestriage.decision.StrategyDiscussion;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.obligation.Obligation;
import org.teestriage.workflow.obligation.Obligation.Cause;
import org.teestriage.workflow.obligation.Obligation.State;
import org.teestriage.workflow.obligation.ObligationKind;
import org.teestriage.workflow.obligation.Obligations;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.process.StepGraph;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Keeps the parts and obligations of a concern up with its facts and decisions, and opens their steps. */
@ApplicationScoped
public class ObligationAssessment {

    private static final String TRIGGER_KNOWN =
            "What is known by now is not for the designated safeguarding lead alone.";
    private static final String RESTS_ON_THE_POLICE = "The decision rests on the police, who were told nothing.";

    private final DueReports dueReports;
    private final Obligations obligations;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final ResponsePath path;
    private final StepGraph stepGraph;
    private final EarlierPaths earlierPaths;
    private final Timeline timeline;

    ObligationAssessment(
            DueReports dueReports,
            Obligations obligations,
            WaitingSteps waiting,
            DecidedSteps decided,
            ResponsePath path,
            StepGraph stepGraph,
            EarlierPaths earlierPaths,
            Timeline timeline) {
        this.dueReports = dueReports;
        this.obligations = obligations;
        this.waiting = waiting;
        this.decided = decided;
        this.path = path;
        this.stepGraph = stepGraph;
        this.earlierPaths = earlierPaths;
        this.timeline = timeline;
    }

    /** Details of the {@code DUE} timeline entry. */
    public record BecameDue(ObligationKind obligation, int round, int factsRevision, String reason, String source) {
        public static BecameDue of(Obligation due) {
            Cause cause = due.cause();
            return new BecameDue(due.kind(), due.round(), cause.factsRevision(), cause.reason(), cause.source());
        }
    }

    /** Moves the path, and assesses what is due after it unless the path has ended. */
    public void after(ConcernUpdate update, Runnable move) {
        Concern concern = update.concern();
        boolean opened = path.atOnce(() -> {
            move.run();
            return !concern.open() || ask(concern, update.now());
        });
        if (!opened) {
            bringForward(concern, update.now());
        }
    }

    /** Brings a path to the present model, and opens what an earlier one could not. */
    void bringForward(Concern concern, Instant now) {
        earlierPaths.bringForward(concern, now);
        path.atOnce(() -> ask(concern, now));
    }

    /**
     * Asks the tables again. Records what is due and was not recorded, opens each step that has to wait no longer, and
     * lets the concern be closed once nothing due is unsettled. Call it after each change of the facts and each decision.
     */
    public void assess(ConcernUpdate update) {
        assess(update.concern(), update.now());
    }

    /** As {@link #assess(ConcernUpdate)}, for work of the service itself. */
    public void assess(Concern concern, Instant now) {
        if (!path.atOnce(() -> ask(concern, now))) {
            bringForward(concern, now);
        }
    }

    /** Whether the path opened all that may open: one of an earlier release cannot. */
    private boolean ask(Concern concern, Instant now) {
        Reference reference = concern.reference();
        boolean opened = openParts(concern);
        List<ThresholdDecision> standing = standing(concern);
        List<DueReport> required = new ArrayList<>(dueReports.of(concern, standing, now));
        required.addAll(DueReport.consultation(obligations.of(reference)));
        DueReport.evaluations(obligations.of(reference), each -> reachedTheLado(reference, each))
                .forEach(due -> record(concern, due, now));
        Discussions.due(concern, decided.of(reference), obligations.of(reference))
                .forEach(due -> record(concern, due, now));
        for (DueReport due : required) {
            Optional<Obligation> latest = obligations.latest(reference, due.kind(), due.item());
            if (latest.isEmpty() || (latest.get().state() == State.NOT_NEEDED && isNews(reference, due))) {
                record(concern, due, now);
            } else if (isLeftToTheSafeguardingLead(latest.get())) {
                whyNotForTheLeadAlone(concern, standing)
                        .ifPresent(why -> record(
                                concern, new DueReport(due.kind(), due.item(), List.of(why), due.source()), now));
            }
        }
        opened &= openWhatMayOpen(reference, !standing.isEmpty());
        obligations.store(reference);
        if (obligations.of(reference).stream().allMatch(each -> each.state().settled()) && endsNext(reference)) {
            path.settled(reference);
        }
        return opened;
    }

    /** Made, or made from another side. */
    private boolean reachedTheLado(Reference reference, Obligation referral) {
        return referral.state() == State.DONE
                || decided.of(reference).stream()
                        .filter(step -> step.step() == Step.LADO_REFERRAL
                                && step.item().equals(referral.item())
                                && referral.settledAt()
                                        .filter(step.decidedAt()::equals)
                                        .isPresent())
                        .map(step -> step.decision(LadoReferral.class))
                        .anyMatch(LadoReferral::hasItAlready);
    }

    /** What is known or decided by now, after the lead was to lead the response. */
    private Optional<String> whyNotForTheLeadAlone(Concern concern, List<ThresholdDecision> standing) {
        if (!PoliceReport.mayBeLeftToTheSafeguardingLead(concern.facts(), concern.receivedOn())) {
            return Optional.of(TRIGGER_KNOWN);
        }
        return restsOnThePolice(standing, decided.of(concern.reference()))
                ? Optional.of(RESTS_ON_THE_POLICE)
                : Optional.empty();
    }

    static boolean restsOnThePolice(Collection<ThresholdDecision> thresholds, List<DecidedStep> decided) {
        Stream<Outcome> outcomes = thresholds.stream()
                .flatMap(decision -> decision.children().stream())
                .flatMap(child -> child.outcomes().stream());
        return outcomes.anyMatch(outcome -> outcome == Outcome.SECTION_47 || outcome == Outcome.POLICE_INTELLIGENCE)
                || decided.stream()
                        .filter(step -> step.step() == Step.STRATEGY_DISCUSSION)
                        .anyMatch(
                                step -> step.decision(StrategyDiscussion.class).beginsEnquiries());
    }

    /** Settled without the police: they were told nothing. */
    static boolean isLeftToTheSafeguardingLead(Obligation obligation) {
        return obligation.kind() == ObligationKind.POLICE
                && obligation.state() == State.NOT_NEEDED
                && obligation
                        .request()
                        .filter(request -> request.decision(PoliceReport.class).leftToTheSafeguardingLead())
                        .isPresent();
    }

    /** Whether something is due for a reason that was not weighed yet. What an earlier release opened has no reasons. */
    private boolean isNews(Reference reference, DueReport due) {
        List<Obligation> before = obligations.of(reference).stream()
                .filter(each -> each.kind() == due.kind() && each.item().equals(due.item()))
                .toList();
        return before.stream().noneMatch(Obligation::isOfAnEarlierRelease)
                && due.isNews(before.stream().map(each -> each.cause().reason()).toList());
    }

    /** Records what an officer opens, in its next round, and opens its step unless it has to wait. */
    public void openByHand(ConcernUpdate update, ObligationKind kind, String item, String reason) {
        Obligation recorded = obligations.add(
                update.concern().reference(),
                kind,
                item,
                new Cause(
                        update.concern().factsRevision(),
                        reason,
                        "",
                        update.officer().name()),
                update.now());
        update.record(
                Kind.DUE,
                kind.step().id(),
                item,
                "Due: %s. An officer opened it.".formatted(kind.step().title()),
                BecameDue.of(recorded));
        assess(update);
    }

    /** Records again what was settled, because its partner has to learn more. */
    void recordAgain(Concern concern, ObligationKind kind, String item, String reason, Instant now) {
        if (obligations
                .latest(concern.reference(), kind, item)
                .filter(latest -> latest.state().settled())
                .isPresent()) {
            record(concern, new DueReport(kind, item, List.of(reason), ""), now);
        }
    }

    /** Lets the actions of a part come back on the day after one of them was to be done, unless their step is open. */
    public void followUp(ConcernUpdate update, String part, LocalDate day) {
        Reference reference = update.concern().reference();
        if (obligations
                .latest(reference, ObligationKind.DISCUSSION_ACTIONS, part)
                .filter(open -> !open.state().settled())
                .isPresent()) {
            return;
        }
        String next = "Actions were agreed. The next is to be done by %s.".formatted(LondonTime.day(day));
        record(
                update.concern(),
                new DueReport(ObligationKind.DISCUSSION_ACTIONS, part, List.of(next), Discussions.FOLLOWED_UP),
                update.now());
        obligations.settle(
                reference,
                ObligationKind.DISCUSSION_ACTIONS,
                part,
                State.DONE,
                update.now(),
                update.officer().name(),
                next,
                startOf(day.plusDays(1)));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(LondonTime.ZONE).toInstant();
    }

    /** Settles what was due at this step, if the decision does. A held report stays due. */
    public void settle(ConcernUpdate update, WaitingStep step, Decision decision, String sentence) {
        ObligationKind.of(step.step()).ifPresent(kind -> decision.settlement()
                .ifPresent(settlement -> obligations.settle(
                        update.concern().reference(),
                        kind,
                        step.item(),
                        settlement.whyNotNeeded() == null ? State.DONE : State.NOT_NEEDED,
                        update.now(),
                        update.officer().name(),
                        Objects.requireNonNullElse(settlement.whyNotNeeded(), sentence),
                        settlement.dueAgainOn() == null ? null : startOf(settlement.dueAgainOn()))));
    }

    private void record(Concern concern, DueReport due, Instant now) {
        Obligation recorded = obligations.add(
                concern.reference(),
                due.kind(),
                due.item(),
                new Cause(concern.factsRevision(), due.reason(), due.source(), null),
                now);
        timeline.appendByPath(
                concern,
                now,
                new TimelineEvent(
                        Kind.DUE,
                        due.kind().step().id(),
                        due.item(),
                        "Due: %s. %s".formatted(due.kind().step().title(), due.reason()),
                        BecameDue.of(recorded)));
    }

    private boolean openWhatMayOpen(Reference reference, boolean standing) {
        boolean opened = true;
        for (Obligation due : obligations.of(reference)) {
            if (due.state() == State.DUE
                    && waitsFor(due, obligations.of(reference), standing).isEmpty()) {
                opened &= path.tellIfAwaited(reference, due.kind().message(), due.item());
            }
        }
        return opened;
    }

    static Optional<String> waitsFor(Obligation due, List<Obligation> all, boolean standing) {
        return ReportOrder.waitsFor(due.kind(), ReportOrder.Recorded.of(all), standing);
    }

    /** Why the step of an obligation is not open yet, for readers; empty if it is open or settled. */
    public Optional<String> waitsFor(Concern concern, Obligation due) {
        if (due.state() != State.DUE || !concern.open()) {
            return Optional.empty();
        }
        return waitsFor(
                due, obligations.of(concern.reference()), !standing(concern).isEmpty());
    }

    /** The decisions of the parts that no second decision and no new decision can still change. */
    private List<ThresholdDecision> standing(Concern concern) {
        Reference reference = concern.reference();
        Map<Integer, ThresholdDecision> latest = decided.thresholds(concern);
        return concern.parts().stream()
                .filter(part -> latest.containsKey(part.number()))
                .filter(part -> Stream.of(Step.THRESHOLD_DECISION, Step.SECOND_READING)
                        .noneMatch(step -> waiting.find(reference, step, String.valueOf(part.number()))
                                .isPresent()))
                .map(part -> Objects.requireNonNull(latest.get(part.number())).about(part.children()))
                .toList();
    }

    private boolean openParts(Concern concern) {
        DueParts due = DueParts.of(
                concern,
                waiting.of(concern.reference()).stream()
                        .map(step -> new DueParts.Open(step.step(), step.item()))
                        .toList(),
                decided.thresholds(concern));
        boolean received = open(concern, PathMessage.PART_RECEIVED, due.received());
        boolean inDoubt = open(concern, PathMessage.AUTHORITY_IN_DOUBT, due.inDoubt());
        return received && inDoubt;
    }

    private boolean open(Concern concern, PathMessage message, List<Integer> parts) {
        boolean opened = true;
        for (int part : parts) {
            opened &= path.tellIfAwaited(concern.reference(), message, String.valueOf(part));
        }
        return opened;
    }

    /** Whether the path waits for nothing else: no part is at work, and no open step leads to the close. */
    private boolean endsNext(Reference reference) {
        List<Step> open = waiting.of(reference).stream().map(WaitingStep::step).toList();
        return open.stream().noneMatch(Step::isPartWork)
                && !open.contains(Step.CLOSE)
                && !stepGraph.after(open).contains(Step.CLOSE);
    }
}
