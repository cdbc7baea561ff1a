package org.teestriage.casework.triage;

import org.teestriage.access.authorization.Docket;
import org.teestriage.access.authorization.Handling;
import org.teestriage.access.authorization.Veil;
import org.teestriage.casework.casefile.Standing;
import org.teestriage.casework.casefile.Viewing;
import org.teestriage.casework.decisionsupport.KnownChildren;
import org.teestriage.casework.restriction.Walls;
import org.teestriage.directory.routing.Routing;
import org.teestriage.platform.transaction.Once;
import org.teestriage.platform.transaction.OneCommit;
import org.teestriage.platform.transaction.Refused;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.OutcomesGiven;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

import org.teestriage.platform.text.LondonTime;
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
import org.teestriage.deadline.Clocks;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.TelephoneCall;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Happening;
import org.teestriage.decision.Route;
import org.teestriage.decision.Situation;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.decision.Verdict;
import org.teestriage.decision.WrittenConcern;
import org.teestriage.directory.Directory;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.timeline.Happened.Kind;
import org.teestriage.timeline.Link;

/** Where concerns are raised and decisions made: each in one transaction, which changes everything or nothing. */
@ApplicationScoped
public class TriageDesk {

    private static final Duration CALL_AT_MOST_AGO = Duration.ofDays(7);

    private final Concerns concerns;
    private final Docket docket;
    private final StepAccess stepAccess;
    private final Once once;
    private final OneCommit oneCommit;
    private final Routing routing;
    private final Triage triage;
    private final Walls walls;
    private final Effects effects;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final ResponsePath path;
    private final KnownChildren known;
    private final OutcomesGiven outcomes;
    private final Viewing viewing;
    private final Directory directory;
    private final Clocks clocks;
    private final SecureRandom random = new SecureRandom();

    TriageDesk(
            Concerns concerns,
            Docket docket, StepAccess stepAccess,
            Once once,
            OneCommit oneCommit,
            Routing routing,
            Triage triage,
            Walls walls,
            Effects effects,
            WaitingSteps waiting,
            DecidedSteps decided,
            ResponsePath path,
            KnownChildren known,
            OutcomesGiven outcomes,
            Viewing viewing,
            Directory directory,
            Clocks clocks) {
        this.concerns = concerns;
        this.docket = docket;
        this.stepAccess = stepAccess;
        this.once = once;
        this.oneCommit = oneCommit;
        this.routing = routing;
        this.triage = triage;
        this.walls = walls;
        this.effects = effects;
        this.waiting = waiting;
        this.decided = decided;
        this.path = path;
        this.known = known;
        this.outcomes = outcomes;
        this.viewing = viewing;
        this.directory = directory;
        this.clocks = clocks;
    }

    /** Takes a concern in, and answers where it stands. A retry under the same key gets the first answer. */
    public Standing raise(Officer officer, Facts facts, @Nullable String key) {
        Docket.requireRole(officer, Act.RAISE);
        return once.answer(officer.user(), new Once.Request(key, "raise", facts), Standing.class, () -> takeIn(officer, facts));
    }

    /** Where a concern stood when it was taken in under a key, if it was. */
    public Optional<Standing> raisedUnder(Officer officer, String key) {
        return once.before(officer.user(), key, Standing.class);
    }

    private Standing takeIn(Officer officer, Facts facts) {
        Instant now = docket.now();
        Instant receivedAt = receivedAt(facts.call(), now);
        Reference reference = draw();
        Concern concern = new Concern(
                reference,
                receivedAt,
                officer.agency() == null ? officer.affiliation() : officer.agency(),
                officer.user(),
                facts,
                Link.root(reference.value()));
        List<Routing.Group> groups = routing.groups(facts, receivedAt);
        groups.forEach(group -> concern.addPart(
                group.placement().hub(),
                group.placement().authority(),
                group.placement().standing(),
                group.children()));
        concerns.persistAndFlush(concern);
        known.keep(concern);

        Handling handling = docket.begin(concern, officer);
        handling.tell(Kind.RAISED, facts.call() == null ? "Raised in writing." : "Raised by telephone.", facts);
        handling.tell(
                Kind.ROUTED,
                "Goes to %s.".formatted(String.join(" and ", hubNames(concern))),
                groups.stream().flatMap(group -> group.how().stream()).toList());
        triage.rate(handling);
        walls.aroundSuspects(handling);
        path.begin(reference, triage.onward(concern, atTheDoor(concern, now), List.of()));
        if (facts.urgency().saysDanger()) {
            triage.danger(handling, receivedAt, "The referrer says that a child is in danger.", facts.urgency());
        }
        return viewing.of(concern, officer, now);
    }

    private static Instant receivedAt(@Nullable TelephoneCall call, Instant now) {
        if (call == null) {
            return now;
        }
        if (call.at().isAfter(now.plus(Situation.CLOCKS_DIFFER)) || call.at().isBefore(now.minus(CALL_AT_MOST_AGO))) {
            throw Refused.conflict("The call is said to be in the future or more than seven days ago."
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
        if (!clocks.hubClock(directory.hub(concern.part(1).hub()).hours()).isOpen(now)) {
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
        return oneCommit.of(() -> concerns.count() == 0);
    }

    /** Makes a decision at an open step. The item is empty for a step that stands once for the whole concern. */
    public Standing decide(Officer officer, Reference reference, String item, Decision decision) {
        Act act = decision instanceof WrittenConcern ? Act.TELL : Act.TRIAGE;
        return oneCommit.of(() -> {
            Handling handling = docket.toChange(officer, act, reference);
            WaitingStep step = waiting.find(reference, decision.step(), item)
                    .filter(open -> act == Act.TELL || stepAccess.maySeeOfTheirs(officer, open))
                    .orElseThrow(() -> notOpen(handling, decision.step(), item));
            requireTheirs(officer, step);
            effects.check(step, decision, handling.now());
            Situation situation = triage.situation(handling, step);
            Verdict verdict = decision.ruleOn(situation);
            if (verdict instanceof Verdict.Refusal refusal) {
                throw Refused.conflict(refusal.sentence());
            }
            carryOut(handling, step, decision, situation, (Verdict.Ruling) verdict);
            return viewing.of(handling.concern(), officer, handling.now());
        });
    }

    private void carryOut(
            Handling handling, WaitingStep step, Decision decision, Situation situation, Verdict.Ruling ruling) {
        Concern concern = handling.concern();
        Reference reference = concern.reference();
        if (!handling.officer().is(Role.REFERRER)) {
            concern.takenUp(handling.now());
        }
        int round = decided.latest(reference, step.step(), step.item())
                        .map(DecidedStep::round)
                        .orElse(0)
                + 1;
        decided.add(new DecidedStep(
                step,
                round,
                decision,
                handling.officer().user(),
                handling.officer().name(),
                handling.now()));
        outcomes.keep(step, round, decision, handling.now());
        handling.tell(Kind.DECIDED, step.step().id(), step.item(), ruling.sentence(), decision);
        effects.apply(handling, step, decision, situation);
        List<Integer> referred = decision instanceof ThresholdDecision threshold
                ? threshold.referred()
                : situation
                        .threshold()
                        .map(first -> first.decision().referred())
                        .orElse(List.of());
        path.complete(step.task(), triage.onward(concern, ruling.routes(), referred));
        if (ruling.happenings().contains(Happening.DANGER_RAISED)) {
            triage.danger(handling, ruling.sentence(), decision);
        }
        if (!concern.open()) {
            handling.tell(Kind.CLOSED, "The path has ended.", reference);
        }
    }

    private Refused notOpen(Handling handling, Step step, String item) {
        Veil veil = docket.veil(handling.officer(), handling.concern());
        return decided.latest(handling.concern().reference(), step, item)
                .filter(last -> !veil.hides(step))
                .map(last -> Refused.conflict("%s was already decided by %s, %s. Nothing has changed."
                        .formatted(step.title(), veil.person(last.decidedByName()), LondonTime.when(last.decidedAt()))))
                .orElseGet(() -> Refused.conflict(
                        "%s is not open for this concern now. See where it stands first.".formatted(step.title())));
    }

    private void requireTheirs(Officer officer, WaitingStep step) {
        if (step.step() == Step.WRITTEN_CONCERN && officer.is(Role.REFERRER)) {
            return;
        }
        if (!Access.sharesHub(officer, Set.of(step.hub()))) {
            throw Refused.notAllowed("This step waits at %s, not at your hub."
                    .formatted(directory.hub(step.hub()).name()));
        }
        if (step.step().isForAManager() && !officer.is(Role.MANAGER)) {
            throw Refused.notAllowed("This step is a manager's.");
        }
        if (step.claimedByAnother(officer.user())) {
            throw Refused.conflict("%s has claimed this step. Ask them to release it, or a manager to reassign it."
                    .formatted(step.claimedByName().orElse("A colleague")));
        }
    }
}
