package org.teestriage.access.securitylog;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.StandInRecords;
import org.teestriage.platform.transaction.Transactions;

/**
 * Records access denials and shows them to operators. Counts in memory and writes every 5 seconds, so that a flood of
 * requests costs the database as little as one request. Thread-safe.
 */
@ApplicationScoped
public class SecurityEventService {

    private static final String JOB = "access denials";
    private static final int PAGE = 100;

    /** Maximum number of distinct events per interval; further events are only counted. */
    private static final int MOST = 1_000;

    private static final Event TOO_MANY = new Event(null, 0, "too many to tell apart");

    private final AccessDenials accessDenials;
    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final StandInRecords standInRecords;
    private final Scheduler scheduler;
    private final List<FailedSignIns> doors;
    private final Map<Event, Integer> counted = new HashMap<>();

    SecurityEventService(
            AccessDenials accessDenials,
            Transactions transactions,
            ConcernAccess concernAccess,
            StandInRecords standInRecords,
            Scheduler scheduler,
            @All List<FailedSignIns> doors) {
        this.accessDenials = accessDenials;
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.standInRecords = standInRecords;
        this.scheduler = scheduler;
        this.doors = doors;
    }

    private record Event(@Nullable String user, int status, String place) {}

    void start(@Observes StartupEvent start) {
        var unused = scheduler
                .newJob(JOB)
                .setInterval("5s")
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> writeOrLog())
                .schedule();
    }

    private void writeOrLog() {
        try {
            write();
        } catch (RuntimeException failed) {
            Log.errorf("Access denials cannot be written: %s", failed.getClass());
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        var unused = scheduler.unscheduleJob(JOB);
        write();
    }

    /**
     * Counts a denied request.
     *
     * @param user user name, null if unauthenticated
     * @param status HTTP status of the response
     * @param place a path prefix of the service, never user input
     */
    public void turnedAway(@Nullable String user, int status, String place) {
        synchronized (counted) {
            Event event = new Event(user, status, place);
            counted.merge(counted.size() < MOST || counted.containsKey(event) ? event : TOO_MANY, 1, Integer::sum);
        }
    }

    /** What looks like guessing, in the words of the list of events. */
    public enum Guessing {
        LOOK_UPS("children: many look-ups"),
        POSTCODES("children: many postcodes of one name");

        private final String place;

        Guessing(String place) {
            this.place = place;
        }
    }

    /** Counts a request that was answered, and that looks like guessing. */
    public void guessing(String user, Guessing guessing) {
        turnedAway(user, SecurityEvents.GUESSING, guessing.place);
    }

    private void write() {
        Map<Event, Integer> taken;
        synchronized (counted) {
            taken = Map.copyOf(counted);
            counted.clear();
        }
        if (!taken.isEmpty()) {
            transactions.inNewTransaction(() -> {
                taken.forEach((event, times) -> accessDenials.persist(
                        new AccessDenial(concernAccess.now(), event.user(), event.status(), event.place(), times)));
                return taken;
            });
        }
    }

    public SecurityEvents events(Officer officer) {
        ConcernAccess.requireRole(officer, Act.OPERATE);
        write();
        List<SecurityEvents.Line> lines = transactions.inNewTransaction(() -> accessDenials.newest(PAGE).stream()
                .map(each -> new SecurityEvents.Line(
                        each.at(), each.user().orElse(null), each.status(), each.place(), each.times()))
                .toList());
        Optional<List<FailedSignIns.Failure>> signIns =
                doors.stream().findFirst().flatMap(door -> door.newest(PAGE));
        List<SecurityEvents.StandInCount> standIns =
                transactions.inNewTransaction(() -> standInRecords.counts().stream()
                        .map(count -> new SecurityEvents.StandInCount(count.hub(), count.standIns(), count.vacant()))
                        .toList());
        return new SecurityEvents(signIns.orElse(null), lines, standIns);
    }
}
