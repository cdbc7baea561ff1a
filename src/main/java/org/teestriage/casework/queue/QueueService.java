package org.teestriage.casework.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.StaffMember;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** The queue of a hub: what waits, most urgent first, and who has taken it. Two at once: one wins, the other is told who. */
@ApplicationScoped
public class QueueService {

    /** How many lines "take next" reads at a time; more than one, because colleagues take theirs at the same moment. */
    private static final int CANDIDATES = 32;

    public static final Comparator<WaitingStep> URGENCY = Comparator.comparing(WaitingStep::queueRank)
            .thenComparing(WaitingStep::due)
            .thenComparing(WaitingStep::task);

    private static final List<String> MANAGERS = Arrays.stream(Step.values())
            .filter(Step::isForAManager)
            .map(Step::id)
            .toList();

    private final EntityManager entities;
    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final StepAccess stepAccess;
    private final WaitingSteps waiting;
    private final StaffMembers staffMembers;
    private final StatusEnquiries statusEnquiries;
    private final Directory directory;

    QueueService(
            EntityManager entities,
            Transactions transactions,
            ConcernAccess concernAccess,
            StepAccess stepAccess,
            WaitingSteps waiting,
            StaffMembers staffMembers,
            StatusEnquiries statusEnquiries,
            Directory directory) {
        this.entities = entities;
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.stepAccess = stepAccess;
        this.waiting = waiting;
        this.staffMembers = staffMembers;
        this.statusEnquiries = statusEnquiries;
        this.directory = directory;
    }

    public QueuePage page(Officer officer, QueueFilter filter) {
        ConcernAccess.requireRole(officer, Act.SEE_QUEUE);
        return transactions.inNewTransaction(() -> {
            staffMembers.meet(officer);
            List<WaitingStep> found = theirs(officer, filter);
            List<WaitingStep> shown = found.subList(0, Math.min(filter.size(), found.size()));
            Instant now = concernAccess.now();
            concernAccess.recordReading(
                    officer,
                    shown.stream().map(step -> new Reference(step.reference())).toList(),
                    Reading.What.QUEUE);
            return new QueuePage(
                    lines(officer, shown, now),
                    found.size() > filter.size()
                            ? after(shown.get(shown.size() - 1)).written()
                            : null);
        });
    }

    /** Two pages of the queue with the same stamp show the same lines. It tells nothing of what they are. */
    public String stamp(Officer officer, QueueFilter filter) {
        ConcernAccess.requireRole(officer, Act.SEE_QUEUE);
        return transactions.inNewTransaction(() -> Integer.toHexString(theirs(officer, filter).stream()
                .map(step -> step.task() + step.claimedBy().orElse("") + step.priority())
                .toList()
                .hashCode()));
    }

    /** Claims the most urgent step that nobody has, for this officer; nothing where none waits. */
    public Optional<QueuePage.Line> takeNext(Officer officer) {
        ConcernAccess.requireRole(officer, Act.TRIAGE);
        return transactions.inNewTransaction(() -> {
            staffMembers.meet(officer);
            Optional<QueueFilter.After> seen = Optional.empty();
            List<WaitingStep> candidates;
            do {
                candidates = lines(
                        officer,
                        new QueueFilter(QueueFilter.Whose.UNCLAIMED, false, null, seen, CANDIDATES),
                        CANDIDATES);
                List<WaitingStep> theirs = stepAccess.visible(officer, candidates);
                for (WaitingStep candidate : candidates) {
                    Optional<QueuePage.Line> taken =
                            theirs.contains(candidate) ? takeIfFree(officer, candidate) : Optional.empty();
                    if (taken.isPresent()) {
                        return taken;
                    }
                    seen = Optional.of(after(candidate));
                }
            } while (candidates.size() == CANDIDATES);
            return Optional.empty();
        });
    }

    private Optional<QueuePage.Line> takeIfFree(Officer officer, WaitingStep candidate) {
        // A colleague who holds the concern is taking or deciding it: the next line is free sooner.
        if (!lockIfFree(candidate.reference())) {
            return Optional.empty();
        }
        // Looked up again under the lock: since the page was read, a colleague may have taken or decided it.
        entities.detach(candidate);
        return Optional.ofNullable(entities.find(WaitingStep.class, candidate.task()))
                .filter(step -> step.claimedBy().isEmpty())
                .map(step -> claimed(update(officer, step), step));
    }

    private boolean lockIfFree(String reference) {
        return !entities.createQuery("from Concern where reference = ?1", Concern.class)
                .setParameter(1, reference)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultList()
                .isEmpty();
    }

    private ConcernUpdate update(Officer officer, WaitingStep step) {
        return concernAccess.forUpdate(officer, Act.TRIAGE, new Reference(step.reference()));
    }

    public QueuePage.Line claim(Officer officer, Reference reference, Step step, String item) {
        return changing(officer, Act.TRIAGE, reference, step, item, (update, open) -> {
            if (step.isForAManager() && !officer.is(Role.MANAGER)) {
                throw RequestRefusedException.notAllowed("This step is a manager's.");
            }
            if (!open.mayBeTakenBy(officer.user(), true)) {
                throw RequestRefusedException.conflict(
                        "This is about what you did yourself. Another manager has to take it.");
            }
            if (open.claimedByAnother(officer.user())) {
                throw RequestRefusedException.conflict("%s has claimed this step already."
                        .formatted(open.claimedByName().orElse("A colleague")));
            }
            return open.claimedBy().isPresent() ? line(update, open) : claimed(update, open);
        });
    }

    private QueuePage.Line claimed(ConcernUpdate update, WaitingStep step) {
        Officer officer = update.officer();
        step.claim(officer.user(), officer.name(), update.now());
        update.concern().takenUp(update.now());
        update.record(
                Kind.CLAIMED,
                step.step().id(),
                step.item(),
                "Claimed: %s.".formatted(step.step().title()),
                officer.user());
        return line(update, step);
    }

    /** Gives a step back to the queue: one's own, or as a manager anybody's. */
    public QueuePage.Line release(Officer officer, Reference reference, Step step, String item) {
        return changing(officer, Act.TRIAGE, reference, step, item, (update, open) -> {
            if (open.claimedByAnother(officer.user()) && !officer.is(Role.MANAGER)) {
                throw RequestRefusedException.conflict(
                        "%s has claimed this step. Only they or a manager can release it."
                                .formatted(open.claimedByName().orElse("A colleague")));
            }
            if (open.claimedBy().isPresent()) {
                open.release();
                update.record(
                        Kind.RELEASED,
                        step.id(),
                        item,
                        "Back in the queue: %s.".formatted(step.title()),
                        officer.user());
            }
            return line(update, open);
        });
    }

    /** A manager gives a step to a colleague of the hub who has been here before. */
    public QueuePage.Line assign(Officer officer, Reference reference, Step step, String item, String user) {
        return changing(officer, Act.MANAGE, reference, step, item, (update, open) -> {
            StaffMember colleague = staffMembers
                    .find(user)
                    .filter(known -> known.worksAt(open.hub()))
                    .orElseThrow(() -> RequestRefusedException.conflict(
                            "This user name is no officer's of %s who has signed in before. Check it."
                                    .formatted(directory.hub(open.hub()).name())));
            if (!open.mayBeTakenBy(colleague.user(), colleague.isManager())) {
                throw RequestRefusedException.conflict(
                        "%s is for a manager, and not for whoever did what it is about.".formatted(step.title()));
            }
            if (!stepAccess.maySee(colleague.officer(), open)) {
                throw RequestRefusedException.conflict("Access to this concern is restricted for this colleague.");
            }
            open.claim(colleague.user(), colleague.name(), update.now());
            update.concern().takenUp(update.now());
            update.record(
                    Kind.ASSIGNED,
                    step.id(),
                    item,
                    "Given to %s: %s.".formatted(colleague.name(), step.title()),
                    colleague.user());
            return line(update, open);
        });
    }

    /** A change of who has a step. */
    private interface Change {
        QueuePage.Line of(ConcernUpdate update, WaitingStep open);
    }

    private QueuePage.Line changing(
            Officer officer, Act act, Reference reference, Step step, String item, Change change) {
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, act, reference);
            staffMembers.meet(officer);
            WaitingStep open = waiting.find(reference, step, item)
                    .filter(found -> stepAccess.maySeeOfTheirs(officer, found))
                    .orElseThrow(() -> RequestRefusedException.conflict(
                            "%s is not open for this concern now. Somebody may just have".formatted(step.title())
                                    + " decided it."));
            if (!Access.sharesHub(officer, Set.of(open.hub()))) {
                throw RequestRefusedException.notAllowed("This step waits at %s, not at your hub."
                        .formatted(directory.hub(open.hub()).name()));
            }
            return change.of(update, open);
        });
    }

    /** A page and one more: read on until it is full, for some of what waits at a hub is behind a restriction. */
    private List<WaitingStep> theirs(Officer officer, QueueFilter filter) {
        int wanted = filter.size() + 1;
        List<WaitingStep> shown = new ArrayList<>();
        QueueFilter onward = filter;
        List<WaitingStep> found;
        do {
            found = lines(officer, onward, wanted);
            shown.addAll(stepAccess.visible(officer, found));
            if (!found.isEmpty()) {
                onward = onward.after(after(found.get(found.size() - 1)));
            }
        } while (shown.size() < wanted && found.size() == wanted);
        return shown;
    }

    /** The first lines in the order of urgency: each hub's own, which an index gives in order, put together. */
    private List<WaitingStep> lines(Officer officer, QueueFilter filter, int limit) {
        List<WaitingStep> found = new ArrayList<>();
        for (String hub : officer.hubs()) {
            found.addAll(lines(officer, hub, filter, limit));
        }
        return found.stream().sorted(URGENCY).limit(limit).toList();
    }

    /** Plain ranges of an index, in its own order, until the page is full: however long the queue is. */
    private List<WaitingStep> lines(Officer officer, String hub, QueueFilter filter, int limit) {
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

    private static QueueFilter.After after(WaitingStep step) {
        return new QueueFilter.After(step.queueRank(), step.due(), step.task());
    }

    private QueuePage.Line line(ConcernUpdate update, WaitingStep step) {
        return lines(update.officer(), List.of(step), update.now()).get(0);
    }

    public List<QueuePage.Line> lines(Officer officer, List<WaitingStep> steps, Instant now) {
        Map<String, Instant> asked = statusEnquiries.of(
                steps.stream().map(WaitingStep::reference).distinct().toList());
        return steps.stream()
                .map(step -> line(officer, step, now, asked.get(step.reference())))
                .toList();
    }

    private QueuePage.Line line(Officer officer, WaitingStep step, Instant now, @Nullable Instant asked) {
        boolean overdue = now.isAfter(step.due());
        return new QueuePage.Line(
                new Reference(step.reference()),
                step.step().id(),
                step.item(),
                step.step().title(),
                directory.hub(step.hub()).name(),
                step.priority(),
                step.openedAt(),
                step.due(),
                step.explanation(),
                !overdue && now.isAfter(step.warnAt()),
                overdue,
                step.claimedByName().orElse(null),
                asked,
                step.whyNotFor(officer.user(), officer.is(Role.MANAGER)).orElse(null));
    }
}
