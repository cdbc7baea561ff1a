package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.decisionsupport.ChildMatcher;
import org.teestriage.casework.decisionsupport.GuessWatch;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.ChildrenWhoHarm;
import org.teestriage.concern.facts.Facts;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Route;
import org.teestriage.directory.Directory;
import org.teestriage.directory.routing.Routing;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.TimelineEvent.Kind;

/** Stores a new concern under a random reference, with one part per group of children with the same jurisdiction. */
@ApplicationScoped
class NewConcerns {

    private final Concerns concerns;
    private final ConcernAccess concernAccess;
    private final Routing routing;
    private final ChildMatcher childMatcher;
    private final GuessWatch guessWatch;
    private final Directory directory;
    private final DeadlineRules deadlineRules;
    private final SecureRandom random = new SecureRandom();

    NewConcerns(
            Concerns concerns,
            ConcernAccess concernAccess,
            Routing routing,
            ChildMatcher childMatcher,
            GuessWatch guessWatch,
            Directory directory,
            DeadlineRules deadlineRules) {
        this.concerns = concerns;
        this.concernAccess = concernAccess;
        this.routing = routing;
        this.childMatcher = childMatcher;
        this.guessWatch = guessWatch;
        this.directory = directory;
        this.deadlineRules = deadlineRules;
    }

    boolean isFirst() {
        return concerns.count() == 0;
    }

    ConcernUpdate store(Officer officer, Facts told, Instant receivedAt) {
        Facts facts = ChildrenWhoHarm.in(told);
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
        update.record(Kind.RAISED, facts.call() == null ? "Raised in writing." : "Raised by telephone.", told);
        update.record(
                Kind.ROUTED,
                "Goes to %s.".formatted(String.join(" and ", hubNames(concern))),
                groups.stream().flatMap(group -> group.how().stream()).toList());
        guessWatch.told(update);
        return update;
    }

    private Reference draw() {
        return Stream.generate(random::nextLong)
                .map(Reference::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private List<String> hubNames(Concern concern) {
        return concern.parts().stream()
                .map(part -> directory.hub(part.hub()).name())
                .distinct()
                .toList();
    }

    /** Returns the initial routes of a new concern's path. */
    Set<Route> firstRoutes(Concern concern, Instant now) {
        EnumSet<Route> routes = EnumSet.noneOf(Route.class);
        if (concern.facts().call() != null) {
            routes.add(Route.BY_TELEPHONE);
        }
        if (!deadlineRules
                .hubClock(directory.hub(concern.leadingPart().hub()).hours())
                .isOpen(now)) {
            routes.add(Route.OUT_OF_HOURS);
        }
        return routes;
    }
}
