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
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.decisionsupport.ChildMatcher;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.TelephoneCall;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Route;
import org.teestriage.decision.Situation;
import org.teestriage.directory.Directory;
import org.teestriage.directory.routing.Routing;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;

/** Raises concerns. */
@ApplicationScoped
public class RaiseService {

    private static final Duration CALL_AT_MOST_AGO = Duration.ofDays(7);

    private final Concerns concerns;
    private final ConcernAccess concernAccess;
    private final RepeatableRequests repeatableRequests;
    private final Transactions transactions;
    private final Routing routing;
    private final PathInputs pathInputs;
    private final Restrictions restrictions;
    private final ResponsePath path;
    private final ChildMatcher childMatcher;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final Directory directory;
    private final DeadlineRules deadlineRules;
    private final SecureRandom random = new SecureRandom();

    RaiseService(
            Concerns concerns,
            ConcernAccess concernAccess,
            RepeatableRequests repeatableRequests,
            Transactions transactions,
            Routing routing,
            PathInputs pathInputs,
            Restrictions restrictions,
            ResponsePath path,
            ChildMatcher childMatcher,
            ConcernStatusAssembler concernStatusAssembler,
            Directory directory,
            DeadlineRules deadlineRules) {
        this.concerns = concerns;
        this.concernAccess = concernAccess;
        this.repeatableRequests = repeatableRequests;
        this.transactions = transactions;
        this.routing = routing;
        this.pathInputs = pathInputs;
        this.restrictions = restrictions;
        this.path = path;
        this.childMatcher = childMatcher;
        this.concernStatusAssembler = concernStatusAssembler;
        this.directory = directory;
        this.deadlineRules = deadlineRules;
    }

    /** Takes a concern in, and answers where it stands. A retry under the same key raises no second one. */
    public ConcernStatus raise(Officer officer, Facts facts, @Nullable String key) {
        ConcernAccess.requireRole(officer, Act.RAISE);
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "raise", facts), () -> takeIn(officer, facts));
    }

    /** The concern that was raised under a key, if one was. */
    public Optional<Reference> raisedUnder(Officer officer, String key) {
        return repeatableRequests.referenceUnder(officer, key);
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
        concerns.add(concern);
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
        return concernStatusAssembler.of(update);
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
}
