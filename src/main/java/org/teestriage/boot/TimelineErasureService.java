package org.teestriage.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Timeline;

/** Erases details of timeline entries by command, all or none, each with an entry that says why. */
@ApplicationScoped
class TimelineErasureService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Timeline timeline;
    private final InstantSource time;

    TimelineErasureService(
            Transactions transactions, ConcernAccess concernAccess, Timeline timeline, InstantSource time) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.timeline = timeline;
        this.time = time;
    }

    /**
     * Returns the number of entries.
     *
     * @throws IllegalArgumentException if the concern or an entry does not exist, or its details are erased already
     */
    int erase(Reference reference, List<Long> entries, String reason) {
        return transactions.inNewTransaction(() -> {
            Concern concern = concernAccess
                    .forService(reference)
                    .orElseThrow(() -> new IllegalArgumentException("there is no such concern"));
            entries.forEach(entry -> timeline.erase(concern, time.instant(), entry, reason));
            return entries.size();
        });
    }
}
