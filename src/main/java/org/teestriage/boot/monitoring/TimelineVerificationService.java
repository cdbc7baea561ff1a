package org.teestriage.boot.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.Verification;

/** Verifies the hash chains of timelines. Reads no case content. */
@ApplicationScoped
public class TimelineVerificationService {

    private static final int PAGE = 200;

    private final Transactions transactions;
    private final Concerns concerns;
    private final ConcernAccess concernAccess;
    private final Timeline timeline;

    TimelineVerificationService(
            Transactions transactions, Concerns concerns, ConcernAccess concernAccess, Timeline timeline) {
        this.transactions = transactions;
        this.concerns = concerns;
        this.concernAccess = concernAccess;
        this.timeline = timeline;
    }

    public Optional<Verification> verify(Reference reference) {
        return transactions.inNewTransaction(() -> concerns.find(reference).map(timeline::verify));
    }

    /**
     * Verifies one page of concerns in the order of their references, starting after {@code last}; empty at the end.
     * One after the other, because their texts together may be larger than the memory.
     */
    public List<Verification> verifyAfter(@Nullable String last) {
        return transactions.inNewTransaction(() -> concerns.after(last == null ? "" : last, PAGE)).stream()
                .flatMap(reference -> verify(reference).stream())
                .toList();
    }

    /**
     * Like {@link #verifyAfter}, while the service is in use: verifies a faulty timeline again under the lock of its
     * concern, because a concurrent decision can make the first result wrong.
     */
    public List<Verification> verifyBesideWorkAfter(@Nullable String last) {
        return verifyAfter(last).stream()
                .map(first -> first.whole() ? first : verifyHeld(new Reference(first.reference())))
                .toList();
    }

    private Verification verifyHeld(Reference reference) {
        return transactions.inNewTransaction(
                () -> timeline.verify(concernAccess.forService(reference).orElseThrow()));
    }
}
