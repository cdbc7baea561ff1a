package org.teestriage.casework.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.StandInRecords;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
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

    QueueQuery(EntityManager entities, ConcernAccess concernAccess, StandInRecords standInRecords) {
        this.entities = entities;
        this.concernAccess = concernAccess;
        this.standInRecords = standInRecords;
    }

    /** Where steps wait: at a hub, or at a hub for one concern. */
    private record Source(String hub, @Nullable String reference) {}

    /**
     * Reads the first lines of each hub, and of each concern on which the officer stands in, in index order and merges
     * them by urgency.
     */
    List<WaitingStep> first(Officer officer, QueueFilter filter, int limit) {
        List<WaitingStep> found = new ArrayList<>();
        for (String hub : officer.hubs()) {
            found.addAll(from(new Source(hub, null), officer, filter, limit));
        }
        standInRecords.openOf(officer).stream()
                .map(record ->
                        new Source(record.standIn().hub(), record.reference().value()))
                .filter(source -> !officer.hubs().contains(source.hub()))
                .distinct()
                .forEach(source -> found.addAll(from(source, officer, filter, limit)));
        return found.stream().sorted(WaitingStep.BY_URGENCY).limit(limit).toList();
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
        if (source.reference() == null && !officer.duties().authorities().isEmpty()) {
            hql.append(" and exists (select 1 from Part p where p.concern.reference = w.reference and not p.emptied"
                            + " and (p.hub in (:hubs) and ")
                    .append(Concerns.OF_THE_AUTHORITIES)
                    .append(" or p.proposedHub in (:hubs)))");
            given.put("hubs", officer.hubs());
            given.put("authorities", officer.duties().authorities());
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
                hql.append(" and claimedBy is null and (notFor is null or notFor <> :user)");
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
        if (filter.step() != null) {
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

    /** Locks the concern and reloads the step. Empty if the lock is held, or the step is claimed or closed. */
    Optional<WaitingStep> lockIfFree(WaitingStep candidate) {
        if (!lockIfFree(candidate.reference())) {
            return Optional.empty();
        }
        entities.detach(candidate);
        return Optional.ofNullable(entities.find(WaitingStep.class, candidate.task()))
                .filter(step -> step.claimedBy().isEmpty());
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
