package org.teestriage.casework.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.DutyWorkRecords;
import org.teestriage.access.authorization.StaffMember;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Each change locks the concern, so of two concurrent claims of a step the later one is refused. */
@ApplicationScoped
public class ClaimService {

    /** Candidates that {@link #takeNext} reads at once: several, because concurrent callers take the first ones. */
    private static final int CANDIDATES = 32;

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final StepAccess stepAccess;
    private final WaitingSteps waiting;
    private final StaffMembers staffMembers;
    private final DutyWorkRecords dutyWorkRecords;
    private final QueueQuery queueQuery;
    private final QueueLines queueLines;

    ClaimService(
            Transactions transactions,
            ConcernAccess concernAccess,
            StepAccess stepAccess,
            WaitingSteps waiting,
            StaffMembers staffMembers,
            DutyWorkRecords dutyWorkRecords,
            QueueQuery queueQuery,
            QueueLines queueLines) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.stepAccess = stepAccess;
        this.waiting = waiting;
        this.staffMembers = staffMembers;
        this.dutyWorkRecords = dutyWorkRecords;
        this.queueQuery = queueQuery;
        this.queueLines = queueLines;
    }

    /** Claims the most urgent unclaimed step that the officer may take. Empty if there is none. */
    public Optional<QueuePage.Line> takeNext(Officer officer) {
        ConcernAccess.requireRole(officer, Act.WORK);
        return transactions.inNewTransaction(() -> {
            staffMembers.recordUse(officer);
            Optional<QueueFilter.After> seen = Optional.empty();
            List<WaitingStep> candidates;
            do {
                candidates = queueQuery.first(
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
                    seen = Optional.of(QueueQuery.after(candidate));
                }
            } while (candidates.size() == CANDIDATES);
            return Optional.empty();
        });
    }

    private Optional<QueuePage.Line> takeIfFree(Officer officer, WaitingStep candidate) {
        // Access is checked again under the lock: a restriction may have been set since the candidates were read.
        return queueQuery
                .lock(candidate)
                .filter(step -> step.claimedBy().filter(officer.user()::equals).isEmpty())
                .filter(step -> !stepAccess.isKeptFrom(officer, step))
                .filter(step -> stepAccess.maySee(officer, step))
                .map(step ->
                        claimed(concernAccess.forUpdate(officer, Act.WORK, new Reference(step.reference())), step));
    }

    public QueuePage.Line claim(Officer officer, Reference reference, Step step, String item) {
        return changing(officer, Act.WORK, reference, step, item, (update, open) -> {
            if (step.isForAManager() && !officer.is(Role.MANAGER)) {
                throw RequestRefusedException.notAllowed("This step is a manager's.");
            }
            if (!open.mayBeTakenBy(officer.user(), true)) {
                throw RequestRefusedException.conflict(
                        "This is about what you did yourself. Another manager has to take it.");
            }
            if (stepAccess.isKeptFrom(officer, open)) {
                throw RequestRefusedException.conflict("%s has claimed this step already."
                        .formatted(open.claimedByName().orElse("A colleague")));
            }
            return open.claimedBy().filter(officer.user()::equals).isPresent()
                    ? queueLines.line(update, open)
                    : claimed(update, open);
        });
    }

    private QueuePage.Line claimed(ConcernUpdate update, WaitingStep step) {
        Officer officer = update.officer();
        dutyWorkRecords.keep(update);
        step.claim(officer, update.now());
        update.concern().takenUp(update.now());
        update.record(
                Kind.CLAIMED,
                step.step().id(),
                step.item(),
                "Claimed: %s.".formatted(step.step().title()),
                officer.user());
        return queueLines.line(update, step);
    }

    /**
     * Releases the officer's own step. A manager may release a colleague's, the duty team those at closed hubs, and staff
     * those of the team.
     */
    public QueuePage.Line release(Officer officer, Reference reference, Step step, String item) {
        return changing(officer, Act.WORK, reference, step, item, (update, open) -> {
            boolean across = officer.is(Role.DUTY_TEAM) || open.claimedByTeam();
            if (open.claimedByAnother(officer.user()) && !officer.is(Role.MANAGER) && !across) {
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
            return queueLines.line(update, open);
        });
    }

    /** Assigns a step, as a manager, to a member of staff of its hub who has signed in before. */
    public QueuePage.Line assign(Officer officer, Reference reference, Step step, String item, String user) {
        return transactions.inNewTransaction(() -> assign(officer, new ChosenStep(reference, step, item), user));
    }

    /**
     * Assigns all of these steps like {@link #assign}, or none.
     *
     * @throws AssignmentsRefusedException if one of them cannot be assigned
     */
    public void assignAll(Officer officer, Collection<ChosenStep> places, String user) {
        // One order for all callers, so that two of them do not wait for each other.
        List<ChosenStep> ordered = places.stream()
                .distinct()
                .sorted(Comparator.comparing(ChosenStep::toString))
                .toList();
        transactions.inNewTransaction(() -> {
            Map<ChosenStep, String> refused = new LinkedHashMap<>();
            for (ChosenStep place : ordered) {
                try {
                    assign(officer, place, user);
                } catch (RequestRefusedException why) {
                    refused.put(place, why.sentence());
                }
            }
            if (!refused.isEmpty()) {
                throw new AssignmentsRefusedException(refused);
            }
            return ordered.size();
        });
    }

    private QueuePage.Line assign(Officer officer, ChosenStep place, String user) {
        Step step = place.step();
        return change(officer, Act.MANAGE, place, (update, open) -> {
            StaffMember colleague = staffMembers
                    .find(user)
                    .filter(known -> known.hasSignedIn()
                            && Access.actsAt(known.officer(), open.hub(), concernAccess.facts(update.concern())))
                    .orElseThrow(() -> RequestRefusedException.conflict(
                            "This user name is no officer's of %s who has signed in before. Check it."
                                    .formatted(queueLines.hubName(open))));
            if (!open.mayBeTakenBy(colleague.user(), colleague.isManager())) {
                throw RequestRefusedException.conflict(
                        "%s is for a manager, and not for the person whose act it is about.".formatted(step.title()));
            }
            if (!stepAccess.maySee(colleague.officer(), open)) {
                throw RequestRefusedException.conflict("Access to this concern is restricted for this colleague.");
            }
            open.claim(colleague.user(), colleague.name(), update.now());
            update.concern().takenUp(update.now());
            update.record(
                    Kind.ASSIGNED,
                    step.id(),
                    place.item(),
                    "Given to %s: %s.".formatted(colleague.name(), step.title()),
                    colleague.user());
            return queueLines.line(update, open);
        });
    }

    private interface Change {
        QueuePage.Line of(ConcernUpdate update, WaitingStep open);
    }

    private QueuePage.Line changing(
            Officer officer, Act act, Reference reference, Step step, String item, Change change) {
        return transactions.inNewTransaction(() -> change(officer, act, new ChosenStep(reference, step, item), change));
    }

    private QueuePage.Line change(Officer officer, Act act, ChosenStep place, Change change) {
        ConcernUpdate update = concernAccess.forUpdate(officer, act, place.reference());
        staffMembers.recordUse(officer);
        WaitingStep open = waiting.find(place.reference(), place.step(), place.item())
                .filter(found -> stepAccess.maySeeInTriagedConcern(officer, found))
                .orElseThrow(() -> RequestRefusedException.conflict(
                        "%s is not open for this concern now. A colleague may just have"
                                        .formatted(place.step().title()) + " decided it."));
        if (!concernAccess.actsAt(update, open.hub())) {
            throw RequestRefusedException.notAllowed(
                    "This step waits at %s, not at your hub.".formatted(queueLines.hubName(open)));
        }
        if (!StepAccess.takes(update.officer(), open, concernAccess.facts(update.concern()))) {
            throw RequestRefusedException.notAllowed(StepAccess.WAITS_FOR_THE_HUB);
        }
        return change.of(update, open);
    }
}
