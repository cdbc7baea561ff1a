package org.teestriage.casework.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;

@ApplicationScoped
public class QueueService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final StepAccess stepAccess;
    private final StaffMembers staffMembers;
    private final QueueQuery queueQuery;
    private final QueueLines queueLines;

    QueueService(
            Transactions transactions,
            ConcernAccess concernAccess,
            StepAccess stepAccess,
            StaffMembers staffMembers,
            QueueQuery queueQuery,
            QueueLines queueLines) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.stepAccess = stepAccess;
        this.staffMembers = staffMembers;
        this.queueQuery = queueQuery;
        this.queueLines = queueLines;
    }

    public QueuePage page(Officer officer, QueueFilter filter) {
        ConcernAccess.requireRole(officer, Act.SEE_QUEUE);
        return transactions.inNewTransaction(() -> {
            staffMembers.recordUse(officer);
            List<WaitingStep> found = visiblePage(officer, filter);
            List<WaitingStep> shown = found.subList(0, Math.min(filter.size(), found.size()));
            Instant now = concernAccess.now();
            concernAccess.recordReading(
                    officer,
                    shown.stream().map(step -> new Reference(step.reference())).toList(),
                    Reading.What.QUEUE);
            return new QueuePage(
                    queueLines.lines(officer, shown, now),
                    found.size() > filter.size()
                            ? QueueQuery.after(shown.get(shown.size() - 1)).written()
                            : null);
        });
    }

    /** Returns a hash of the lines, for change detection. It reveals nothing about their content. */
    public String stamp(Officer officer, QueueFilter filter) {
        ConcernAccess.requireRole(officer, Act.SEE_QUEUE);
        return transactions.inNewTransaction(() -> Integer.toHexString(visiblePage(officer, filter).stream()
                .map(step -> step.task() + step.claimedBy().orElse("") + step.priority())
                .toList()
                .hashCode()));
    }

    /** Reads one row more than a page, to detect a next page. Repeats the query, because access rules drop rows. */
    private List<WaitingStep> visiblePage(Officer officer, QueueFilter filter) {
        int wanted = filter.size() + 1;
        List<WaitingStep> shown = new ArrayList<>();
        QueueFilter onward = filter;
        List<WaitingStep> found;
        do {
            found = queueQuery.first(officer, onward, wanted);
            shown.addAll(stepAccess.visible(officer, found));
            if (!found.isEmpty()) {
                onward = onward.after(QueueQuery.after(found.get(found.size() - 1)));
            }
        } while (shown.size() < wanted && found.size() == wanted);
        return shown;
    }
}
