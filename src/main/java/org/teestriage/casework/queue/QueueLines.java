package org.teestriage.casework.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Reference;
import org.teestriage.concern.StatusEnquiry;
import org.teestriage.directory.Directory;
import org.teestriage.workflow.step.WaitingStep;

@ApplicationScoped
public class QueueLines {

    private final StatusEnquiries statusEnquiries;
    private final Directory directory;

    QueueLines(StatusEnquiries statusEnquiries, Directory directory) {
        this.statusEnquiries = statusEnquiries;
        this.directory = directory;
    }

    QueuePage.Line line(ConcernUpdate update, WaitingStep step) {
        return line(
                update.officer(),
                step,
                update.now(),
                update.concern()
                        .asking()
                        .filter(asked -> asked.answeredAt() == null)
                        .map(StatusEnquiry::at)
                        .orElse(null));
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
                step.secondAskedBy().orElse(null),
                asked,
                step.refusalFor(officer.user(), officer.is(Role.MANAGER)).orElse(null));
    }
}
