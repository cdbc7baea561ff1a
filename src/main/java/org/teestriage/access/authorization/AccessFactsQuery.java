package org.teestriage.access.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.BreakGlassReason;
import org.teestriage.access.DutyWork;
import org.teestriage.access.DutyWork.WaitsAt;
import org.teestriage.access.Place;
import org.teestriage.access.StandIn;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.EpochMicros;

/**
 * Loads the access facts of concerns. One statement runs before the concern itself is read, whether or not it exists,
 * so the response time does not reveal whether a forbidden concern exists.
 */
@ApplicationScoped
public class AccessFactsQuery {

    private static final String QUESTION = """
            select reference, 'CONCERN', agency, raised_by, timeline_length, null from concern where reference in (:references)
            union all select reference, 'HUB', hub, proposed_hub, null, case when standing = 'KNOWN' then authority end from part
                where reference in (:references) and not emptied
            union all select reference, kind, subject, hubs, null, null from wall
                where reference in (:references) and lifted_at is null
            union all select reference, 'STAND_IN', user_name, hub, case when lado then 1 else 0 end, works_at from stand_in
                where reference in (:references) and ended_at is null
            union all select reference, 'GLASS', user_name, reason, null, null from broken_glass
                where reference in (:references) and until_micros > :now
            union all select distinct w.reference, 'DUTY', w.hub, w.step, null, null from waiting_step w join concern c on c.reference = w.reference
                where w.reference in (:references) and w.hub in (:closed) and (w.priority_rank = 0 or c.danger_seen)
            union all select reference, 'WORKED', hub, null, null, null from duty_work
                where reference in (:references) and until_micros > :now and ended_at is null""";

    private final EntityManager entities;
    private final DutyTeamHours dutyTeamHours;
    private final InstantSource time;

    AccessFactsQuery(EntityManager entities, DutyTeamHours dutyTeamHours, InstantSource time) {
        this.entities = entities;
        this.dutyTeamHours = dutyTeamHours;
        this.time = time;
    }

    /**
     * Access facts, and the length of the timeline when they were read. Every change to the access facts adds a
     * timeline entry, so an unchanged length means unchanged facts.
     */
    record Dated(AccessFacts facts, long timelineLength) {}

    public Optional<AccessFacts> of(Reference reference) {
        return dated(reference).map(Dated::facts);
    }

    Optional<Dated> dated(Reference reference) {
        return Optional.ofNullable(dated(Set.of(reference)).get(reference));
    }

    public Map<Reference, AccessFacts> of(Collection<Reference> references) {
        Map<Reference, AccessFacts> facts = new HashMap<>();
        dated(references).forEach((reference, dated) -> facts.put(reference, dated.facts()));
        return facts;
    }

    private Map<Reference, Dated> dated(Collection<Reference> references) {
        if (references.isEmpty()) {
            return Map.of();
        }
        Map<Reference, Gathered> gathered = new HashMap<>();
        Instant now = time.instant();
        Set<String> closed = dutyTeamHours.closedHubs(now);
        List<?> rows = entities.createNativeQuery(QUESTION, Object[].class)
                .setParameter(
                        "references",
                        references.stream().map(Reference::value).distinct().toList())
                .setParameter("now", EpochMicros.of(now))
                .setParameter("closed", closed.isEmpty() ? Set.of("") : closed)
                .getResultList();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            gathered.computeIfAbsent(
                            new Reference((String) row[0]),
                            reference -> new Gathered(dutyTeamHours.rule(now).taken()))
                    .add((String) row[1], (String) row[2], (String) row[3], (Number) row[4], (String) row[5]);
        }
        Map<Reference, Dated> dated = new HashMap<>();
        gathered.forEach((reference, ground) -> dated.put(reference, ground.dated()));
        return dated;
    }

    /** Collects the rows of one concern. */
    private static final class Gathered {
        private final Set<Step> taken;
        private @Nullable String agency;
        private @Nullable String raisedBy;
        private long timelineLength;
        private final Set<Place> places = new HashSet<>();
        private final List<AccessRestriction> restrictions = new ArrayList<>();
        private final Set<String> glass = new HashSet<>();
        private final Set<String> breakGlassForDangerUsers = new HashSet<>();
        private final Set<StandIn> standIns = new HashSet<>();
        private final Set<WaitsAt> dutySteps = new HashSet<>();
        private final Set<String> workedFor = new HashSet<>();

        Gathered(Set<Step> taken) {
            this.taken = taken;
        }

        void add(String kind, String first, @Nullable String second, @Nullable Number length, @Nullable String third) {
            switch (kind) {
                case "CONCERN" -> {
                    agency = first;
                    raisedBy = second;
                    timelineLength = Objects.requireNonNull(length).longValue();
                }
                case "HUB" -> {
                    places.add(new Place(first, third));
                    if (second != null) {
                        places.add(new Place(second, null));
                    }
                }
                case "GLASS" -> {
                    glass.add(first);
                    if (BreakGlassReason.CHILD_IN_DANGER.name().equals(second)) {
                        breakGlassForDangerUsers.add(first);
                    }
                }
                case "STAND_IN" ->
                    standIns.add(new StandIn(
                            first,
                            Objects.requireNonNull(second),
                            Objects.requireNonNull(length).intValue() == 1,
                            StandInRecord.hubs(third)));
                case "DUTY" ->
                    Step.of(Objects.requireNonNull(second))
                            .filter(taken::contains)
                            .ifPresent(step -> dutySteps.add(new WaitsAt(step, first)));
                case "WORKED" -> workedFor.add(first);
                default ->
                    restrictions.add(new AccessRestriction(
                            AccessRestriction.Kind.valueOf(kind),
                            first,
                            second == null ? Set.of() : Set.of(second.split(",", -1))));
            }
        }

        Dated dated() {
            AccessFacts facts = new AccessFacts(
                    Objects.requireNonNull(agency),
                    Objects.requireNonNull(raisedBy),
                    places,
                    restrictions,
                    glass,
                    breakGlassForDangerUsers,
                    standIns,
                    new DutyWork(dutySteps, workedFor));
            return new Dated(facts, timelineLength);
        }
    }
}
