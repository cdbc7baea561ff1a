package org.teestriage.casework.restriction;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.teestriage.access.Officer;
import org.teestriage.access.Place;
import org.teestriage.access.StandInRule.Staff;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.StaffDirectory;
import org.teestriage.access.authorization.StaffMembers;
import org.teestriage.access.authorization.StandInRecord;
import org.teestriage.access.authorization.StandInRecords;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.Transactions;

/**
 * Reads the directory of accounts on a schedule, and adjusts the stand-ins of every concern to the present staff. A
 * change of a concern adjusts its own stand-ins at once.
 */
@ApplicationScoped
public class StandInService {

    private static final String JOB = "stand-ins";
    private static final int LAST_TO_START = 220;
    private static final int PAGE = 200;

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final StaffMembers staffMembers;
    private final StandInRecords records;
    private final StandIns standIns;
    private final List<StaffDirectory> directories;
    private final StandInSettings settings;

    StandInService(
            Transactions transactions,
            ConcernAccess concernAccess,
            StaffMembers staffMembers,
            StandInRecords records,
            StandIns standIns,
            @All List<StaffDirectory> directories,
            StandInSettings settings) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.staffMembers = staffMembers;
        this.records = records;
        this.standIns = standIns;
        this.directories = directories;
        this.settings = settings;
    }

    void start(@Observes @Priority(LAST_TO_START) StartupEvent event, Scheduler scheduler) {
        orLog(this::readDirectory);
        var unused = scheduler
                .newJob(JOB)
                .setInterval(settings.every().toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> orLog(this::review))
                .schedule();
    }

    void stop(@Observes ShutdownEvent event, Scheduler scheduler) {
        var unused = scheduler.unscheduleJob(JOB);
    }

    private static void orLog(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            Log.errorf("Stand-ins cannot be reviewed: %s", failed.getClass().getName());
        }
    }

    /** Takes over the directory of accounts, and adjusts the stand-ins of all concerns that need it. */
    public void review() {
        readDirectory();
        Staff staff = transactions.inNewTransaction(staffMembers::staff);
        Set<Place> deserted = standIns.deserted(staff);
        String last = "";
        List<Reference> page;
        do {
            String after = last;
            page = transactions.inNewTransaction(() -> records.candidates(deserted, after, PAGE));
            List<Reference> candidates = page;
            transactions
                    .inNewTransaction(() -> standIns.outdated(candidates, staff, concernAccess.now()))
                    .forEach(reference -> adjust(reference, staff));
            last = page.isEmpty() ? last : page.get(page.size() - 1).value();
        } while (page.size() == PAGE);
    }

    /** An empty directory is taken for one that cannot be read: it would make everyone a leaver. */
    private void readDirectory() {
        directories.stream()
                .findFirst()
                .flatMap(StaffDirectory::staff)
                .filter(accounts -> !accounts.isEmpty())
                .ifPresent(accounts -> transactions.inNewTransaction(() -> {
                    staffMembers.update(accounts, concernAccess.now());
                    return accounts;
                }));
    }

    /** A concern that cannot be adjusted does not stop the others. It is tried again with the next round. */
    private void adjust(Reference reference, Staff staff) {
        try {
            transactions.inNewTransaction(() -> {
                concernAccess
                        .forService(reference)
                        .ifPresent(concern -> standIns.adjust(concern, staff, concernAccess.now()));
                return reference;
            });
        } catch (RuntimeException failed) {
            Log.errorf(
                    "Stand-ins of %s could not be adjusted: %s",
                    reference.value(), failed.getClass().getName());
        }
    }

    /** Concerns on which the user stands in now, for the banner on every page. */
    public List<Reference> openOf(Officer officer) {
        return transactions.inNewTransaction(() -> records.openOf(officer).stream()
                .map(StandInRecord::reference)
                .distinct()
                .toList());
    }
}
