package org.teestriage.casework.partnercheck;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.Transactions;

/** Looks at all open concerns for partner checks that have become overdue. */
@ApplicationScoped
public class OverdueCheckService {

    private static final String JOB = "overdue-partner-checks";
    private static final int LAST_TO_START = 230;
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Concerns concerns;
    private final OverdueChecks overdueChecks;
    private final Scheduler scheduler;

    OverdueCheckService(
            Transactions transactions,
            ConcernAccess concernAccess,
            Concerns concerns,
            OverdueChecks overdueChecks,
            Scheduler scheduler) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.concerns = concerns;
        this.overdueChecks = overdueChecks;
        this.scheduler = scheduler;
    }

    void start(@Observes @Priority(LAST_TO_START) StartupEvent event) {
        var unused = scheduler
                .newJob(JOB)
                .setInterval("10m")
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> lookUp())
                .schedule();
    }

    void stop(@Observes ShutdownEvent event) {
        var unused = scheduler.unscheduleJob(JOB);
    }

    public void lookUp() {
        List<Reference> page = openAfter("");
        while (!page.isEmpty()) {
            page.forEach(this::lookUp);
            page = openAfter(page.get(page.size() - 1).value());
        }
    }

    private List<Reference> openAfter(String reference) {
        return transactions.inNewTransaction(() -> concerns.openAfter(reference, AT_ONCE));
    }

    /** Locks a concern only if a step has to open. One that fails does not stop the others, and is tried again. */
    private void lookUp(Reference reference) {
        try {
            boolean late = transactions.inNewTransaction(() -> concerns.find(reference)
                    .filter(concern -> overdueChecks.lackAStep(concern, concernAccess.now()))
                    .isPresent());
            if (late) {
                transactions.inNewTransaction(() -> {
                    concernAccess
                            .forService(reference)
                            .ifPresent(concern -> overdueChecks.open(concern, concernAccess.now()));
                    return reference;
                });
            }
        } catch (RuntimeException failed) {
            Log.errorf(
                    "The overdue partner checks of %s could not be opened: %s",
                    reference.value(), failed.getClass().getName());
        }
    }
}
