package org.teestriage.casework.decisionsupport;

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

/**
 * Computes the keys of known children again, for concerns whose keys were computed by other rules or another
 * config/names.yaml. Each concern is changed in a transaction of its own, under its lock, so other work hardly waits and
 * several nodes may run at once. Runs at the start and again later, for concerns that a node of an earlier release adds
 * during an upgrade.
 */
@ApplicationScoped
public class ChildKeysService {

    private static final int LAST_TO_START = 210;
    private static final int PAGE = 100;
    private static final String JOB = "child-keys";

    private final Transactions transactions;
    private final Concerns concerns;
    private final ConcernAccess concernAccess;
    private final ChildMatcher childMatcher;
    private final Scheduler scheduler;

    ChildKeysService(
            Transactions transactions,
            Concerns concerns,
            ConcernAccess concernAccess,
            ChildMatcher childMatcher,
            Scheduler scheduler) {
        this.transactions = transactions;
        this.concerns = concerns;
        this.concernAccess = concernAccess;
        this.childMatcher = childMatcher;
        this.scheduler = scheduler;
    }

    void start(@Observes @Priority(LAST_TO_START) StartupEvent event) {
        var unused = scheduler
                .newJob(JOB)
                .setInterval("10m")
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> computeAgain())
                .schedule();
    }

    void stop(@Observes ShutdownEvent event) {
        var unused = scheduler.unscheduleJob(JOB);
    }

    /** Computes the keys of all concerns that need it, and returns their number. */
    public int computeAgain() {
        String edition = ChildKeys.edition();
        int computed = 0;
        String last = "";
        List<String> page;
        do {
            String after = last;
            page = transactions.inNewTransaction(() -> concerns.notKeyedBy(edition, after, PAGE));
            for (String reference : page) {
                computed += computeAgain(new Reference(reference), edition);
                last = reference;
            }
        } while (page.size() == PAGE);
        if (computed > 0) {
            Log.infof("Keys of known children were computed again for %d concerns.", computed);
        }
        return computed;
    }

    /** A concern whose keys cannot be computed does not stop the others. It is tried again with the next round. */
    private int computeAgain(Reference reference, String edition) {
        try {
            return transactions.inNewTransaction(() -> concernAccess
                    .forService(reference)
                    .filter(concern -> !concern.keyedBy(edition))
                    .map(concern -> {
                        childMatcher.keepAgain(concern);
                        return 1;
                    })
                    .orElse(0));
        } catch (RuntimeException failed) {
            Log.errorf(
                    "Keys of known children of %s could not be computed: %s",
                    reference.value(), failed.getClass().getName());
            return 0;
        }
    }
}
