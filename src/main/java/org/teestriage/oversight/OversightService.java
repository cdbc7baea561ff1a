package org.teestriage.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.StaffMember;
import org.teestriage.access.authorization.StandInRecord;
import org.teestriage.casework.queue.OpenEnquiry;
import org.teestriage.casework.queue.QueueLines;
import org.teestriage.casework.queue.StatusEnquiries;
import org.teestriage.concern.Reference;
import org.teestriage.decision.wording.Choice;
import org.teestriage.directory.Directory;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;

@ApplicationScoped
public class OversightService {

    /** A longer claim raises an alarm, because its owner may have left. */
    private static final Duration HELD_LONG = Duration.ofDays(3);

    private static final int PRESSING = 100;

    private final EntityManager entities;
    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final StepAccess stepAccess;
    private final QueueLines queueLines;
    private final StatusEnquiries statusEnquiries;
    private final Directory directory;

    OversightService(
            EntityManager entities,
            Transactions transactions,
            ConcernAccess concernAccess,
            StepAccess stepAccess,
            QueueLines queueLines,
            StatusEnquiries statusEnquiries,
            Directory directory) {
        this.entities = entities;
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.stepAccess = stepAccess;
        this.queueLines = queueLines;
        this.statusEnquiries = statusEnquiries;
        this.directory = directory;
    }

    public Workload look(Officer officer) {
        ConcernAccess.requireRole(officer, Act.MANAGE);
        return transactions.inNewTransaction(() -> {
            Instant now = concernAccess.now();
            List<WaitingStep> steps = stepAccess.visible(officer, waiting(officer));
            List<WaitingStep> pressing = steps.stream()
                    .sorted(WaitingStep.BY_URGENCY)
                    .limit(PRESSING)
                    .toList();
            concernAccess.recordReading(
                    officer,
                    pressing.stream()
                            .map(step -> new Reference(step.reference()))
                            .distinct()
                            .toList(),
                    What.QUEUE);
            List<OpenEnquiry> asking = statusEnquiries.at(officer);
            concernAccess.recordReading(officer, StatusEnquiries.references(asking), What.QUEUE);
            List<StaffMember> staffMembers = staffMembers(officer);
            return new Workload(
                    loads(steps, step -> directory.hub(step.hub()).name(), now),
                    loads(steps, step -> step.claimedByName().orElse("Not allocated"), now),
                    queueLines.lines(officer, pressing, now),
                    asking,
                    alarms(officer, steps, staffMembers, now),
                    staffMembers.stream()
                            .map(each -> new Choice(each.user(), each.name()))
                            .toList());
        });
    }

    private List<WaitingStep> waiting(Officer officer) {
        List<WaitingStep> steps =
                new ArrayList<>(entities.createQuery("from WaitingStep where hub in ?1", WaitingStep.class)
                        .setParameter(1, officer.hubs())
                        .getResultList());
        steps.addAll(entities.createQuery(
                        "select w from StandInRecord s join WaitingStep w on w.reference = s.reference and w.hub = s.hub"
                                + " where s.user = ?1 and s.endedAt is null and w.hub not in ?2",
                        WaitingStep.class)
                .setParameter(1, officer.user())
                .setParameter(2, officer.hubs())
                .getResultList());
        return steps;
    }

    private List<StaffMember> staffMembers(Officer officer) {
        return entities.createQuery(
                        "from StaffMember where seenAt is not null and leftAt is null order by name", StaffMember.class)
                .getResultStream()
                .filter(each -> officer.hubs().stream().anyMatch(each::worksAt))
                .toList();
    }

    private static List<Workload.Load> loads(List<WaitingStep> steps, Function<WaitingStep, String> name, Instant now) {
        Map<String, List<WaitingStep>> groups =
                steps.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new Workload.Load(
                        group.getKey(),
                        group.getValue().size(),
                        (int) group.getValue().stream()
                                .filter(step -> step.claimedBy().isEmpty())
                                .count(),
                        (int) group.getValue().stream()
                                .filter(step -> now.isAfter(step.warnAt()) && !now.isAfter(step.due()))
                                .count(),
                        (int) group.getValue().stream()
                                .filter(step -> now.isAfter(step.due()))
                                .count()))
                .toList();
    }

    private List<String> alarms(Officer officer, List<WaitingStep> steps, List<StaffMember> staffMembers, Instant now) {
        List<String> alarms = new ArrayList<>();
        officer.hubs().stream().sorted().forEach(hub -> {
            boolean work = steps.stream().anyMatch(step -> step.hub().equals(hub));
            boolean staffed = staffMembers.stream().anyMatch(each -> each.worksAt(hub) && !each.isManager());
            if (work && !staffed) {
                alarms.add("No officer of %s has ever signed in, and work waits there."
                        .formatted(directory.hub(hub).name()));
            }
        });
        entities.createQuery("from StandInRecord where user = ?1 and endedAt is null", StandInRecord.class)
                .setParameter(1, officer.user())
                .getResultStream()
                .map(record ->
                        "No person at %s may act on %s: you stand in. Name people of that hub, or move the concern."
                                .formatted(directory.hub(record.standIn().hub()).name(), record.reference()))
                .forEach(alarms::add);
        steps.stream()
                .filter(step -> step.claimedAt()
                        .filter(since -> since.isBefore(now.minus(HELD_LONG)))
                        .isPresent())
                .map(step -> "%s has held %s of %s for more than three days. Are they there?"
                        .formatted(
                                step.claimedByName().orElse("A member of staff"),
                                step.step().title(),
                                step.reference()))
                .forEach(alarms::add);
        steps.stream()
                .filter(step -> step.claimedBy()
                        .filter(user -> staffMembers.stream()
                                .noneMatch(each -> Objects.equals(each.user(), user) && each.worksAt(step.hub())))
                        .isPresent())
                .map(step -> "%s holds %s of %s and no longer works at this hub."
                        .formatted(
                                step.claimedByName().orElse("A member of staff"),
                                step.step().title(),
                                step.reference()))
                .forEach(alarms::add);
        return alarms;
    }
}
