package org.teestriage.casework.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.DutyTeamHours;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Priority;
import org.teestriage.concern.Reference;
import org.teestriage.directory.Directory;
import org.teestriage.workflow.step.WaitingStep;

@ApplicationScoped
public class QueueLines {

    private final Concerns concerns;
    private final Directory directory;
    private final DutyTeamHours dutyTeamHours;

    QueueLines(Concerns concerns, Directory directory, DutyTeamHours dutyTeamHours) {
        this.concerns = concerns;
        this.directory = directory;
        this.dutyTeamHours = dutyTeamHours;
    }

    String hubName(WaitingStep step) {
        return directory.hub(step.hub()).name();
    }

    QueuePage.Line line(ConcernUpdate update, WaitingStep step) {
        return line(
                update.officer(),
                step,
                update.now(),
                Optional.of(Concerns.Marks.of(update.concern())),
                update.concern().isUrgent());
    }

    public List<QueuePage.Line> lines(Officer officer, List<WaitingStep> steps, Instant now) {
        Map<String, Concerns.Marks> marks =
                concerns.marksAmong(steps.stream().map(WaitingStep::reference).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Concerns.Marks::reference, Function.identity()));
        Set<String> endangered = concerns.endangered(steps.stream()
                .filter(step -> step.priority() != Priority.RED && dutyTeamHours.isTaken(step.step(), step.hub(), now))
                .map(WaitingStep::reference)
                .collect(Collectors.toSet()));
        return steps.stream()
                .map(step -> line(
                        officer,
                        step,
                        now,
                        Optional.ofNullable(marks.get(step.reference())),
                        step.priority() == Priority.RED || endangered.contains(step.reference())))
                .toList();
    }

    private QueuePage.Line line(
            Officer officer, WaitingStep step, Instant now, Optional<Concerns.Marks> marks, boolean urgent) {
        boolean overdue = now.isAfter(step.due());
        return new QueuePage.Line(
                new Reference(step.reference()),
                step.step().id(),
                step.item(),
                step.step().title(),
                hubName(step),
                step.priority(),
                step.openedAt(),
                step.due(),
                step.explanation(),
                !overdue && now.isAfter(step.warnAt()),
                overdue,
                step.claimedByName().orElse(null),
                step.secondAskedBy().orElse(null),
                marks.map(Concerns.Marks::unansweredSince).orElse(null),
                marks.map(Concerns.Marks::covertSince).isPresent(),
                marks.map(Concerns.Marks::questionDue).orElse(null),
                step.refusalFor(officer.user(), officer.is(Role.MANAGER)).orElse(null),
                dutyTeamHours.whileClosed(step.step(), step.hub(), urgent, now).orElse(null));
    }
}
