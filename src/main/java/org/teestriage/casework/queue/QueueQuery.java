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
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
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

    QueueQuery(EntityManager entities, ConcernAccess concernAccess) {
        this.entities = entities;
        this.concernAccess = concernAccess;
    }

    /** Reads each hub's first lines in index order and merges them by urgency. */
    List<WaitingStep> first(Officer officer, QueueFilter filter, int limit) {
        List<WaitingStep> found = new ArrayList<>();
        for (String hub : officer.hubs()) {
            found.addAll(ofHub(officer, hub, filter, limit));
        }
        return found.stream().sorted(WaitingStep.BY_URGENCY).limit(limit).toList();
    }

    /** Reads index ranges in index order until the limit is reached, so the cost does not grow with the queue. */
    private List<WaitingStep> ofHub(Officer officer, String hub, QueueFilter filter, int limit) {
        if (filter.after().isEmpty()) {
            return range(officer, hub, filter, "", Map.of(), limit);
        }
        QueueFilter.After last = filter.after().get();
        List<WaitingStep> found = new ArrayList<>(range(
                officer,
                hub,
                filter,
                " and queueRank = :rank and due = :due and task > :task",
                Map.of("rank", last.rank(), "due", last.due(), "task", last.task()),
                limit));
        found.addAll(range(
                officer,
                hub,
                filter,
                " and queueRank = :rank and due > :due",
                Map.of("rank", last.rank(), "due", last.due()),
                limit - found.size()));
        found.addAll(range(
                officer, hub, filter, " and queueRank > :rank", Map.of("rank", last.rank()), limit - found.size()));
        return found;
    }

    private List<WaitingStep> range(
            Officer officer, String hub, QueueFilter filter, String after, Map<String, ?> keys, int limit) {
        if (limit == 0) {
            return List.of();
        }
        StringBuilder hql = new StringBuilder("from WaitingStep where hub = :hub").append(after);
        Map<String, Object> given = new HashMap<>(keys);
        given.put("hub", hub);
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
