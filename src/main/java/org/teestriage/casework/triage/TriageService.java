package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.decisionsupport.ChildMatcher;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.TelephoneCall;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Decision;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Route;
import org.teestriage.decision.Situation;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.decision.Verdict;
import org.teestriage.decision.WrittenConcern;
import org.teestriage.directory.Directory;
import org.teestriage.directory.routing.Routing;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.OutcomeStatistics;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Where concerns are raised and decisions made: each in one transaction, which changes everything or nothing. */
@ApplicationScoped
public class TriageService {

    private static final Duration CALL_AT_MOST_AGO = Duration.ofDays(7);

    private final Concerns concerns;
    private final ConcernAccess concernAccess;
    private final StepAccess stepAccess;
    private final IdempotentRequests idempotentRequests;
    private final Transactions transactions;
    private final Routing routing;
    private final PathInputs pathInputs;
    private final Restrictions restrictions;
    private final DecisionEffects decisionEffects;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final ResponsePath path;
    private final ChildMatcher childMatcher;
    private final OutcomeStatistics outcomeStatistics;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final Directory directory;
    private final DeadlineRules deadlineRules;
    private final SecureRandom random = new SecureRandom();

    TriageService(
            Concerns concerns,
            ConcernAccess concernAccess,
            StepAccess stepAccess,
            IdempotentRequests idempotentRequests,
            Transactions transactions,
            Routing routing,
            PathInputs pathInputs,
            Restrictions restrictions,
            DecisionEffects decisionEffects,
            WaitingSteps waiting,
            DecidedSteps decided,
            ResponsePath path,
            ChildMatcher childMatcher,
            OutcomeStatistics outcomeStatistics,
            ConcernStatusAssembler concernStatusAssembler,
            Directory directory,
            DeadlineRules deadlineRules) {
        this.concerns = concerns;
        this.concernAccess = concernAccess;
        this.stepAccess = stepAccess;
        this.idempotentRequests = idempotentRequests;
        this.transactions = transactions;
        this.routing = routing;
        this.pathInputs = pathInputs;
        this.restrictions = restrictions;
        this.decisionEffects = decisionEffects;
        this.waiting = waiting;
        this.decided = decided;
        this.path = path;
        this.childMatcher = childMatcher;
        this.outcomeStatistics = outcomeStatistics;
        this.concernStatusAssembler = concernStatusAssembler;
        this.directory = directory;
        this.deadlineRules = deadlineRules;
    }

    /** Takes a concern in, and answers where it stands. A retry under the same key gets the first answer. */
    public ConcernStatus raise(Officer officer, Facts facts, @Nullable String key) {
        ConcernAccess.requireRole(officer, Act.RAISE);
        return idempotentRequests.answer(
                officer.user(),
                new IdempotentRequests.Request(key, "raise", facts),
                ConcernStatus.class,
                () -> takeIn(officer, facts));
    }

    /** Where a concern stood when it was taken in under a key, if it was. */
    public Optional<ConcernStatus> raisedUnder(Officer officer, String key) {
        return idempotentRequests.before(officer.user(), key, ConcernStatus.class);
    }

    private ConcernStatus takeIn(Officer officer, Facts facts) {
        Instant now = concernAccess.now();
        Instant receivedAt = receivedAt(facts.call(), now);
        Reference reference = draw();
        Concern concern = new Concern(
                reference,
                receivedAt,
                officer.agency() == null ? officer.affiliation() : officer.agency(),
                officer.user(),
                facts,
                ChainLink.root(reference.value()));
        List<Routing.Group> groups = routing.groups(facts, receivedAt);
        groups.forEach(group -> concern.addPart(
                group.placement().hub(),
                group.placement().authority(),
                group.placement().standing(),
                group.children()));
        concerns.persistAndFlush(concern);
        childMatcher.keep(concern);

        ConcernUpdate update = concernAccess.newUpdate(concern, officer);
        update.record(Kind.RAISED, facts.call() == null ? "Raised in writing." : "Raised by telephone.", facts);
        update.record(
                Kind.ROUTED,
                "Goes to %s.".formatted(String.join(" and ", hubNames(concern))),
                groups.stream().flatMap(group -> group.how().stream()).toList());
        pathInputs.rate(update);
        restrictions.aroundSuspects(update);
        path.begin(reference, pathInputs.onward(concern, atTheDoor(concern, now), List.of()));
        if (facts.urgency().saysDanger()) {
            pathInputs.danger(update, receivedAt, "The referrer says that a child is in danger.", facts.urgency());
        }
        return concernStatusAssembler.of(concern, officer, now);
    }

    private static Instant receivedAt(@Nullable TelephoneCall call, Instant now) {
        if (call == null) {
            return now;
        }
        if (call.at().isAfter(now.plus(Situation.CLOCKS_DIFFER)) || call.at().isBefore(now.minus(CALL_AT_MOST_AGO))) {
            throw RequestRefusedException.conflict("The call is said to be in the future or more than seven days ago."
                    + " Check its time; a concern older than that is raised in writing.");
        }
        return call.at().isAfter(now) ? now : call.at();
    }

    private Reference draw() {
        return Stream.generate(random::nextLong)
                .map(Reference::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private Set<Route> atTheDoor(Concern concern, Instant now) {
        EnumSet<Route> routes = EnumSet.noneOf(Route.class);
        if (concern.facts().call() != null) {
            routes.add(Route.BY_TELEPHONE);
        }
        if (!deadlineRules
                .hubClock(directory.hub(concern.part(1).hub()).hours())
                .isOpen(now)) {
            routes.add(Route.OUT_OF_HOURS);
        }
        return routes;
    }

    private List<String> hubNames(Concern concern) {
        return concern.parts().stream()
                .map(part -> directory.hub(part.hub()).name())
                .distinct()
                .toList();
    }

    /** Whether nothing was ever raised here. */
    public boolean isEmpty() {
        return transactions.inNewTransaction(() -> concerns.count() == 0);
    }

    /** Makes a decision at an open step. The item is empty for a step that stands once for the whole concern. */
    public ConcernStatus decide(Officer officer, Reference reference, String item, Decision decision) {
        Act act = decision instanceof WrittenConcern ? Act.TELL : Act.TRIAGE;
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, act, reference);
            WaitingStep step = waiting.find(reference, decision.step(), item)
                    .filter(open -> act == Act.TELL || stepAccess.maySeeOfTheirs(officer, open))
                    .orElseThrow(() -> notOpen(update, decision.step(), item));
            requireTheirs(officer, step);
            decisionEffects.check(step, decision, update.now());
            Situation situation = pathInputs.situation(update, step);
            Verdict verdict = decision.ruleOn(situation);
            if (verdict instanceof Verdict.Refusal refusal) {
                throw RequestRefusedException.conflict(refusal.sentence());
            }
            carryOut(update, step, decision, situation, (Verdict.Ruling) verdict);
            return concernStatusAssembler.of(update.concern(), officer, update.now());
        });
    }

    private void carryOut(
            ConcernUpdate update, WaitingStep step, Decision decision, Situation situation, Verdict.Ruling ruling) {
        Concern concern = update.concern();
        Reference reference = concern.reference();
        if (!update.officer().is(Role.REFERRER)) {
            concern.takenUp(update.now());
        }
        int round = decided.latest(reference, step.step(), step.item())
                        .map(DecidedStep::round)
                        .orElse(0)
                + 1;
        decided.add(new DecidedStep(
                step, round, decision, update.officer().user(), update.officer().name(), update.now()));
        outcomeStatistics.keep(step, round, decision, update.now());
        update.record(Kind.DECIDED, step.step().id(), step.item(), ruling.sentence(), decision);
        decisionEffects.apply(update, step, decision, situation);
        List<Integer> referred = decision instanceof ThresholdDecision threshold
                ? threshold.referred()
                : situation
                        .threshold()
                        .map(first -> first.decision().referred())
                        .orElse(List.of());
        path.complete(step.task(), pathInputs.onward(concern, ruling.routes(), referred));
        if (ruling.happenings().contains(PathMessage.DANGER_RAISED)) {
            pathInputs.danger(update, ruling.sentence(), decision);
        }
        if (!concern.open()) {
            update.record(Kind.CLOSED, "The path has ended.", reference);
        }
    }

    private RequestRefusedException notOpen(ConcernUpdate update, Step step, String item) {
        Redaction redaction = concernAccess.redaction(update.officer(), update.concern());
        return decided.latest(update.concern().reference(), step, item)
                .filter(last -> !redaction.hides(step))
                .map(last -> RequestRefusedException.conflict("%s was already decided by %s, %s. Nothing has changed."
                        .formatted(
                                step.title(),
                                redaction.person(last.decidedByName()),
                                LondonTime.when(last.decidedAt()))))
                .orElseGet(() -> RequestRefusedException.conflict(
                        "%s is not open for this concern now. See where it stands first.".formatted(step.title())));
    }

    private void requireTheirs(Officer officer, WaitingStep step) {
        if (step.step() == Step.WRITTEN_CONCERN && officer.is(Role.REFERRER)) {
            return;
        }
        if (!Access.sharesHub(officer, Set.of(step.hub()))) {
            throw RequestRefusedException.notAllowed("This step waits at %s, not at your hub."
                    .formatted(directory.hub(step.hub()).name()));
        }
        if (step.step().isForAManager() && !officer.is(Role.MANAGER)) {
            throw RequestRefusedException.notAllowed("This step is a manager's.");
        }
        if (step.claimedByAnother(officer.user())) {
            throw RequestRefusedException.conflict(
                    "%s has claimed this step. Ask them to release it, or a manager to reassign it."
                            .formatted(step.claimedByName().orElse("A colleague")));
        }
    }
}
