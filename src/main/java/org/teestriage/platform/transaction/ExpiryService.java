package org.teestriage.platform.transaction;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.teestriage.platform.persistence.EpochMicros;

/**
 * Deletes expired rows in small transactions, on every node. docs/operations.md lists every table with its growth; a
 * table that may only grow has its reason there.
 */
@ApplicationScoped
public class ExpiryService {

    private static final String JOB = "expired rows";

    /** The most rows of one transaction, so that no lock lasts and nothing is copied for long. */
    public static final int BATCH = 500;

    /** Leaves the database to other work between two runs. */
    private static final int BATCHES = 20;

    private final EntityManager entities;
    private final Transactions transactions;
    private final List<ExpiringRows> expiring;
    private final InstantSource time;
    private final Scheduler scheduler;
    private final boolean running;

    ExpiryService(
            EntityManager entities,
            Transactions transactions,
            @All List<ExpiringRows> expiring,
            InstantSource time,
            Scheduler scheduler,
            @ConfigProperty(name = "tees-triage.expiry.running") boolean running) {
        this.entities = entities;
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
                while (batches < BATCHES && deleteBatch(rows) == BATCH) {
                    batches++;
                }
            } catch (RuntimeException failed) {
                Log.errorf("Expired rows of %s cannot be deleted: %s", rows.table(), failed.getClass());
            }
        });
    }

    /** Deletes at most {@link #BATCH} expired rows in a transaction of its own, and returns their number. */
    public int deleteBatch(ExpiringRows rows) {
        return transactions.inNewTransaction(() -> entities.createNativeQuery(
                        "delete from %s where %s <= ?1 limit %d".formatted(rows.table(), rows.moment(), BATCH))
                .setParameter(1, EpochMicros.of(time.instant().minus(rows.kept())))
                .executeUpdate());
    }
}
