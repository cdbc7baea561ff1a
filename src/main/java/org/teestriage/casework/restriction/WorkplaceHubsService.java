package org.teestriage.casework.restriction;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.teestriage.access.AccessRestriction;
import org.teestriage.access.AccessRestriction.Kind;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.RestrictionEntry;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Suspect;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Directory;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;

/**
 * Adds the hubs whose staff come from an excluded workplace to the restrictions of the release before, so that they apply
 * to the same people as those of a concern that is raised today. Runs again and again, because nodes of that release may
 * run beside this one.
 */
@ApplicationScoped
public class WorkplaceHubsService {

    private static final String JOB = "workplace-hubs";
    private static final int LAST_TO_START = 230;
    private static final int PAGE = 200;

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final RestrictionRecords records;
    private final Restrictions restrictions;
    private final StandIns standIns;
    private final Directory directory;
    private final Timeline timeline;
    private final Scheduler scheduler;

    WorkplaceHubsService(
            Transactions transactions,
            ConcernAccess concernAccess,
            RestrictionRecords records,
            Restrictions restrictions,
            StandIns standIns,
            Directory directory,
            Timeline timeline,
            Scheduler scheduler) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.records = records;
        this.restrictions = restrictions;
        this.standIns = standIns;
        this.directory = directory;
        this.timeline = timeline;
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

    /** Looks up the hubs of all restrictions that need it. */
    void lookUp() {
        String last = "";
        List<String> page;
        do {
            String after = last;
            page = transactions.inNewTransaction(() -> records.withUnknownHubs(after, PAGE));
            page.forEach(reference -> lookUp(new Reference(reference)));
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    /** A concern whose restrictions cannot be completed does not stop the others. It is tried again with the next round. */
    private void lookUp(Reference reference) {
        try {
            transactions.inNewTransaction(() -> {
                concernAccess.forService(reference).ifPresent(this::lookUp);
                return reference;
            });
        } catch (RuntimeException failed) {
            Log.errorf(
                    "Hubs of the workplaces of %s could not be looked up: %s",
                    reference.value(), failed.getClass().getName());
        }
    }

    private void lookUp(Concern concern) {
        Instant now = concernAccess.now();
        for (RestrictionRecord record : lackingHubs(concern)) {
            Set<String> hubs = hubs(concern, record.accessRestriction(), now);
            record.lookedUp(hubs);
            if (!hubs.isEmpty()) {
                concernAccess.accessChanged(concern.reference());
                tell(concern, record.accessRestriction(), now);
                standIns.accessNarrowed(concern, now);
            }
        }
    }

    private List<RestrictionRecord> lackingHubs(Concern concern) {
        return records.of(concern.reference()).stream()
                .filter(RestrictionRecord::lacksHubs)
                .toList();
    }

    private Set<String> hubs(Concern concern, AccessRestriction restriction, Instant now) {
        Set<String> hubs = new TreeSet<>();
        concern.facts().suspects().stream()
                .flatMap(suspect -> Stream.ofNullable(suspect.workplace()).map(Suspect.Workplace::name))
                .flatMap(Stream::ofNullable)
                .filter(name -> Restrictions.same(
                        restriction, new AccessRestriction(Kind.EXCLUDED_WORKPLACE, NameMatcher.words(name))))
                .forEach(name -> hubs.addAll(directory.hubsStaffedFrom(name, BusinessClock.dateOf(now))));
        return hubs;
    }

    private void tell(Concern concern, AccessRestriction restriction, Instant now) {
        timeline.appendByPath(
                concern,
                now,
                new TimelineEvent(
                        TimelineEvent.Kind.WALLED,
                        null,
                        null,
                        Restrictions.BY_WORKPLACE,
                        new RestrictionEntry(
                                restriction.kind(), restriction.subject(), restrictions.reason(restriction.hubs()))));
    }
}
