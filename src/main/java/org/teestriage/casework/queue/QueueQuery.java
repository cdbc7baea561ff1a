package org.teestriage.casework.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.DutyTeamHours;
import org.teestriage.access.authorization.StandInRecords;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Priority;
import org.teestriage.decision.Step;
import org.teestriage.workflow.step.WaitingStep;

@ApplicationScoped
class QueueQuery {

    private static final List<String> MANAGERS = Arrays.stream(Step.values())
            .filter(Step::isForAManager)
            .map(Step::id)
            .toList();

    private final EntityManager entities;
    private final ConcernAccess concernAccess;
    private final StandInRecords standInRecords;
    private final DutyTeamHours dutyTeamHours;

    QueueQuery(
            EntityManager entities,
            ConcernAccess concernAccess,
            StandInRecords standInRecords,
            DutyTeamHours dutyTeamHours) {
        this.entities = entities;
        this.concernAccess = concernAccess;
        this.standInRecords = standInRecords;
        this.dutyTeamHours = dutyTeamHours;
    }

    /**
     * Where steps wait: at a hub, or at a hub for one concern.
     *
     * @param dutyStep the only step that counts, and only urgent ones, for the duty team; null for staff of hubs
     * @param leftByTeam for what is unclaimed: what the duty team claimed, and the hub is open
     */
    private record Source(
            String hub,
            @Nullable String reference,
            @Nullable Step dutyStep,
            boolean leftByTeam) {

        String unclaimed() {
            if (leftByTeam) {
                return " and claimedByTeam = true";
            }
            return dutyStep == null ? " and claimedBy is null" : " and not claimedByTeam";
        }
    }

    /**
     * Reads the first lines of each hub, and of each concern on which the officer stands in, in index order and merges
     * them by urgency.
     */
    List<WaitingStep> first(Officer officer, QueueFilter filter, int limit) {
        return (officer.is(Role.DUTY_TEAM) ? ofTheDutyTeam(filter) : ofStaff(officer, filter))
                .flatMap(source -> from(source, officer, filter, limit).stream())
                .sorted(WaitingStep.BY_URGENCY)
                .limit(limit)
                .toList();
    }

    private Stream<Source> ofStaff(Officer officer, QueueFilter filter) {
        Instant now = concernAccess.now();
        Stream<Source> own = officer.hubs().stream().map(hub -> new Source(hub, null, null, false));
        Stream<Source> left = officer.hubs().stream()
                .filter(hub -> filter.whose() == QueueFilter.Whose.UNCLAIMED && !dutyTeamHours.isClosed(hub, now))
                .map(hub -> new Source(hub, null, null, true));
        return Stream.concat(
                Stream.concat(own, left),
                standInRecords.openOf(officer).stream()
                        .map(record -> new Source(
                                record.standIn().hub(), record.reference().value(), null, false))
                        .filter(source -> !officer.hubs().contains(source.hub()))
                        .distinct());
    }

    /** What the team takes at closed hubs; each step is an index range of its own. */
    private Stream<Source> ofTheDutyTeam(QueueFilter filter) {
        Instant now = concernAccess.now();
        Set<Step> taken = dutyTeamHours.rule(now).taken();
        return dutyTeamHours.closedHubs(now).stream().flatMap(hub -> taken.stream()
                .filter(step -> filter.step() == null || filter.step() == step)
                .map(step -> new Source(hub, null, step, false)));
    }

    /** Reads index ranges in index order until the limit is reached, so the cost does not grow with the queue. */
    private List<WaitingStep> from(Source source, Officer officer, QueueFilter filter, int limit) {
        if (filter.after().isEmpty()) {
            return range(officer, source, filter, "", Map.of(), limit);
        }
        QueueFilter.After last = filter.after().get();
        List<WaitingStep> found = new ArrayList<>(range(
                officer,
                source,
                filter,
                " and queueRank = :rank and due = :due and task > :task",
                Map.of("rank", last.rank(), "due", last.due(), "task", last.task()),
                limit));
        found.addAll(range(
                officer,
                source,
                filter,
                " and queueRank = :rank and due > :due",
                Map.of("rank", last.rank(), "due", last.due()),
                limit - found.size()));
        found.addAll(range(
                officer, source, filter, " and queueRank > :rank", Map.of("rank", last.rank()), limit - found.size()));
        return found;
    }

    private List<WaitingStep> range(
            Officer officer, Source source, QueueFilter filter, String after, Map<String, ?> keys, int limit) {
        if (limit == 0) {
            return List.of();
        }
        StringBuilder hql = new StringBuilder("from WaitingStep w where hub = :hub").append(after);
        Map<String, Object> given = new HashMap<>(keys);
        given.put("hub", source.hub());
        if (source.reference() == null
                && source.dutyStep() == null
                && !officer.duties().authorities().isEmpty()) {
            hql.append(" and exists (select 1 from Part p where p.concern.reference = w.reference and not p.emptied"
                            + " and (p.hub in (:hubs) and ")
                    .append(Concerns.OF_THE_AUTHORITIES)
                    .append(" or p.proposedHub in (:hubs)))");
            given.put("hubs", officer.hubs());
            given.put("authorities", officer.duties().authorities());
        }
        if (source.dutyStep() != null) {
            hql.append(" and step = :dutyStep and (priority = :red or exists"
                    + " (select 1 from Concern c where c.reference = w.reference and c.dangerSeen))");
            given.put("dutyStep", source.dutyStep().id());
            given.put("red", Priority.RED);
        }
        if (source.reference() != null) {
            hql.append(" and reference = :reference");
            given.put("reference", source.reference());
        }
        switch (filter.whose()) {
            case MINE -> {
                hql.append(" and claimedBy = :user");
                given.put("user", officer.user());
            }
            case UNCLAIMED -> {
                hql.append(source.unclaimed()).append(" and (notFor is null or notFor <> :user)");
                given.put("user", officer.user());
                if (!officer.is(Role.MANAGER)) {
                    hql.append(" and step not in :managers");
                    given.put("managers", MANAGERS);
                }
            }
            case ALL -> {}
        }
        if (filter.overdue()) {
            hql.append(" and due < :now");
            given.put("now", concernAccess.now());
        }
        if (filter.step() != null && source.dutyStep() == null) {
            hql.append(" and step = :step");
            given.put("step", filter.step().id());
        }
        TypedQuery<WaitingStep> query = entities.createQuery(
                        hql.append(" order by queueRank, due, task").toString(), WaitingStep.class)
                .setMaxResults(limit);
        given.forEach(query::setParameter);
        return query.getResultList();
    }

    static QueueFilter.After after(WaitingStep step) {
        return new QueueFilter.After(step.queueRank(), step.due(), step.task());
    }

    /** Locks the concern and reloads the step. Empty if the lock is held, or the step is closed. */
    Optional<WaitingStep> lock(WaitingStep candidate) {
        if (!lockIfFree(candidate.reference())) {
            return Optional.empty();
        }
        entities.detach(candidate);
        return Optional.ofNullable(entities.find(WaitingStep.class, candidate.task()));
    }

    private boolean lockIfFree(String reference) {
        return !entities.createQuery("from Concern where reference = ?1", Concern.class)
                .setParameter(1, reference)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultList()
                .isEmpty();
    }
}
