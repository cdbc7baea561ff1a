package org.teestriage.platform.transaction;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes expired rows in small transactions, on every node. docs/operations.md lists every table with its growth; a
 * table that may only grow has its reason there.
 */
@ApplicationScoped
public class ExpiryService {

    private static final String JOB = "expired rows";

    /** Leaves the database to other work between two runs. */
    private static final int BATCHES = 20;

    private final Transactions transactions;
    private final List<ExpiringRows> expiring;
    private final InstantSource time;
    private final Scheduler scheduler;
    private final boolean running;

    ExpiryService(
            Transactions transactions,
            @All List<ExpiringRows> expiring,
            InstantSource time,
            Scheduler scheduler,
            @ConfigProperty(name = "tees-triage.expiry.running") boolean running) {
        this.transactions = transactions;
        this.expiring = expiring;
        this.time = time;
        this.scheduler = scheduler;
        this.running = running;
    }

    void start(@Observes StartupEvent event) {
        if (running) {
            var unused = scheduler
                    .newJob(JOB)
                    .setInterval("1m")
                    .setConcurrentExecution(ConcurrentExecution.SKIP)
                    .setTask(execution -> deleteExpired())
                    .schedule();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (running) {
            var unused = scheduler.unscheduleJob(JOB);
        }
    }

    /** A table that cannot be cleared does not keep the others from it. */
    public void deleteExpired() {
        expiring.forEach(rows -> {
            try {
                int batches = 0;
                while (batches < BATCHES
                        && transactions.inNewTransaction(() -> rows.deleteBatch(time.instant()))
                                == ExpiringRows.BATCH) {
                    batches++;
                }
            } catch (RuntimeException failed) {
                Log.errorf("Expired rows of %s cannot be deleted: %s", rows.table(), failed.getClass());
            }
        });
    }
}
