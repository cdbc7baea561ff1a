package org.teestriage.casework.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.AccessRestriction.Kind;
import org.teestriage.access.Place;
import org.teestriage.access.StandIn;
import org.teestriage.access.StandInRule;
import org.teestriage.access.StandInRule.Situation;
import org.teestriage.access.StandInRule.Staff;
import org.teestriage.access.authorization.AccessFactsQuery;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.access.authorization.RestrictionEntry;
import org.teestriage.access.authorization.StaffMember;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.access.authorization.StandInRecord;
import org.teestriage.access.authorization.StandInRecords;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Directory;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Lets a manager stand in wherever {@link StandInRule} finds that no regular member of staff may act. */
@ApplicationScoped
public class StandIns {

    private final StandInRecords records;
    private final StaffMembers staffMembers;
    private final WaitingSteps waiting;
    private final InaccessibleClaims inaccessibleClaims;
    private final ConcernAccess concernAccess;
    private final AccessFactsQuery accessFactsQuery;
    private final Directory directory;
    private final Timeline timeline;

    StandIns(
            StandInRecords records,
            StaffMembers staffMembers,
            WaitingSteps waiting,
            InaccessibleClaims inaccessibleClaims,
            ConcernAccess concernAccess,
            AccessFactsQuery accessFactsQuery,
            Directory directory,
            Timeline timeline) {
        this.records = records;
        this.staffMembers = staffMembers;
        this.waiting = waiting;
        this.inaccessibleClaims = inaccessibleClaims;
        this.concernAccess = concernAccess;
        this.accessFactsQuery = accessFactsQuery;
        this.directory = directory;
        this.timeline = timeline;
    }

    /**
     * Adjusts the stand-ins at the end of a change. Without restrictions only the staff of a hub as a whole can be
     * missing, which {@link StandInService} detects.
     */
    public void adjust(ConcernUpdate update) {
        AccessFacts facts = concernAccess.facts(update.concern());
        if (!facts.restrictions().isEmpty() || !facts.standIns().isEmpty()) {
            adjust(update.concern(), staffMembers.staff(), update.now());
        }
    }

    void adjust(Concern concern, Staff staff, Instant now) {
        AccessFacts facts = concernAccess.facts(concern);
        List<WaitingStep> steps = waiting.of(concern.reference());
        Set<StandIn> wanted = concern.open() || !steps.isEmpty() ? wanted(facts, steps, staff, now) : Set.of();
        if (wanted.equals(facts.standIns())) {
            return;
        }
        List<StandInRecord> ended = records.of(concern.reference()).stream()
                .filter(record -> record.endedAt().isEmpty() && !wanted.contains(record.standIn()))
                .toList();
        ended.forEach(record -> {
            record.end(now);
            tell(concern, facts, now, TimelineEvent.Kind.UNWALLED, record.standIn());
        });
        wanted.stream()
                .filter(standIn -> !facts.standIns().contains(standIn))
                .sorted(Comparator.comparing(StandIn::hub).thenComparing(StandIn::user))
                .forEach(standIn -> {
                    records.begin(concern.reference(), standIn, now);
                    tell(concern, facts, now, TimelineEvent.Kind.WALLED, standIn);
                });
        concernAccess.accessChanged(concern.reference());
        inaccessibleClaims.release(concern.reference(), event -> timeline.appendByPath(concern, now, event));
    }

    /** Adjusts the stand-ins after a restriction that the service itself extended, and releases claims that it ends. */
    void accessNarrowed(Concern concern, Instant now) {
        adjust(concern, staffMembers.staff(), now);
        inaccessibleClaims.release(concern.reference(), event -> timeline.appendByPath(concern, now, event));
    }

    private Set<StandIn> wanted(AccessFacts facts, List<WaitingStep> steps, Staff staff, Instant now) {
        return StandInRule.standIns(situation(facts, steps), staff, directory.standInOrder(BusinessClock.dateOf(now)));
    }

    /** Names of the hubs at which no regular member of staff can act now, including the changes of this transaction. */
    List<String> uncovered(Concern concern) {
        Situation situation = situation(concernAccess.facts(concern), waiting.of(concern.reference()));
        return StandInRule.uncovered(situation, staffMembers.staff()).stream()
                .map(hub -> directory.hub(hub).name())
                .toList();
    }

    /** Hubs, and authorities at a hub, whose staff could not act on any concern, with or without restrictions. */
    Set<Place> deserted(Staff staff) {
        return directory.hubs().stream()
                .flatMap(hub -> Stream.concat(
                        Stream.of(new Place(hub.id(), null)),
                        directory.authorities().stream().map(authority -> new Place(hub.id(), authority.code()))))
                .filter(place -> !StandInRule.uncovered(new Situation(at(place), Set.of(), Map.of()), staff)
                        .isEmpty())
                .collect(Collectors.toSet());
    }

    private static AccessFacts at(Place place) {
        return new AccessFacts("", "", Set.of(place), List.of(), Set.of(), Set.of(), Set.of());
    }

    /** Those of the concerns whose stand-ins do not fit the staff. */
    List<Reference> outdated(List<Reference> references, Staff staff, Instant now) {
        Map<Reference, AccessFacts> facts = accessFactsQuery.of(references);
        Map<Reference, List<WaitingStep>> steps = waiting.of(references);
        return references.stream()
                .filter(reference -> {
                    AccessFacts known = facts.get(reference);
                    return known != null
                            && !known.standIns()
                                    .equals(wanted(known, steps.getOrDefault(reference, List.of()), staff, now));
                })
                .toList();
    }

    private static Situation situation(AccessFacts facts, List<WaitingStep> steps) {
        Map<String, Set<String>> reserved = steps.stream()
                .filter(step -> step.notFor().isPresent())
                .collect(Collectors.groupingBy(
                        WaitingStep::hub,
                        Collectors.mapping(step -> step.notFor().orElseThrow(), Collectors.toSet())));
        Set<String> ladoHubs = steps.stream()
                .filter(step -> step.step().isLadoStep())
                .map(WaitingStep::hub)
                .collect(Collectors.toSet());
        return new Situation(facts, ladoHubs, reserved);
    }

    private void tell(Concern concern, AccessFacts facts, Instant now, TimelineEvent.Kind kind, StandIn standIn) {
        timeline.appendByPath(
                concern,
                now,
                new TimelineEvent(
                        kind,
                        null,
                        null,
                        kind == TimelineEvent.Kind.WALLED ? begun(standIn) : ended(standIn),
                        new RestrictionEntry(
                                kind(standIn, facts),
                                standIn.user(),
                                "Stands in at %s."
                                        .formatted(directory.hub(standIn.hub()).name()))));
    }

    /**
     * The kind of restriction that a reader must be allowed to know to see the stand-in. One that an excluded workplace
     * causes reveals where a suspect works.
     */
    private static Kind kind(StandIn standIn, AccessFacts facts) {
        boolean workplace = facts.restrictions().stream()
                .anyMatch(restriction -> restriction.hubs().contains(standIn.hub()));
        return standIn.lado() || workplace ? Kind.NAMED_FOR_LADO : Kind.NAMED;
    }

    private String begun(StandIn standIn) {
        String hub = directory.hub(standIn.hub()).name();
        return standIn.isVacant()
                ? "No person at %s may act, and there is no manager in line.".formatted(hub)
                : "No person at %s may act: %s, the next manager in line, stands in."
                        .formatted(hub, name(standIn.user()));
    }

    private String ended(StandIn standIn) {
        String hub = directory.hub(standIn.hub()).name();
        return standIn.isVacant()
                ? "A manager was found for %s.".formatted(hub)
                : "%s no longer stands in at %s.".formatted(name(standIn.user()), hub);
    }

    private String name(String user) {
        return staffMembers.find(user).map(StaffMember::name).orElse(user);
    }

    /** Present and past stand-ins that the redaction lets the reader see. */
    List<RestrictionsView.StandInLine> shown(Reference reference, AccessFacts facts, Redaction redaction) {
        return records.of(reference).stream()
                .filter(record -> !redaction.hides(new AccessRestriction(kind(record.standIn(), facts), "")))
                .map(record -> new RestrictionsView.StandInLine(
                        directory.hub(record.standIn().hub()).name(),
                        record.standIn().isVacant() ? null : record.standIn().user(),
                        Optional.of(record.standIn().user())
                                .filter(user -> !user.isEmpty())
                                .map(this::name)
                                .orElse(null),
                        record.standIn().lado(),
                        record.since(),
                        record.endedAt().orElse(null)))
                .toList();
    }
}
