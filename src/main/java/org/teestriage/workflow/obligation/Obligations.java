package org.teestriage.workflow.obligation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.platform.persistence.TimeOrderedIds;
import org.teestriage.platform.transaction.TransactionCache;

@ApplicationScoped
public class Obligations implements PanacheRepositoryBase<Obligation, Long> {

    private final TransactionCache cache;
    private final TimeOrderedIds ids = new TimeOrderedIds();

    Obligations(TransactionCache cache) {
        this.cache = cache;
    }

    /** Records that something is due, in its next round. {@link #store} writes it, so that an open one is written once. */
    public Obligation add(Reference reference, ObligationKind kind, String item, Obligation.Cause cause, Instant at) {
        Optional<Obligation> before = latest(reference, kind, item);
        before.ifPresent(Obligation::cameBack);
        int round = before.map(Obligation::round).orElse(0) + 1;
        Obligation due = new Obligation(ids.next(at), reference, kind, item, round, cause, at);
        cache.add(Obligation.class, reference, due);
        return due;
    }

    /** In the order in which they became due. */
    public List<Obligation> of(Reference reference) {
        return cache.rows(
                Obligation.class, reference, () -> list("reference = ?1 order by dueSince, id", reference.value()));
    }

    public Optional<Obligation> latest(Reference reference, ObligationKind kind, String item) {
        return of(reference).stream()
                .filter(each -> each.kind() == kind && each.item().equals(item))
                .max(Comparator.comparingInt(Obligation::round));
    }

    /** The step of an obligation opened. The main flow of an earlier release opens steps that are not recorded yet. */
    public void opened(Reference reference, ObligationKind kind, String item, int factsRevision, Instant at) {
        latest(reference, kind, item)
                .filter(recorded -> !recorded.state().settled())
                .orElseGet(() -> add(
                        reference,
                        kind,
                        item,
                        new Obligation.Cause(factsRevision, Obligation.BY_AN_EARLIER_RELEASE, "", null),
                        at))
                .open(at);
        store(reference);
    }

    /** Writes what was added. */
    public void store(Reference reference) {
        of(reference).forEach(this::persist);
    }

    /**
     * Records how the latest obligation of this kind and item ended.
     *
     * @param because what was decided, as it is shown
     * @param dueAgain when it is due again; null if it is settled for good
     */
    public void settle(
            Reference reference,
            ObligationKind kind,
            String item,
            Obligation.State how,
            Instant at,
            String by,
            String because,
            @Nullable Instant dueAgain) {
        latest(reference, kind, item)
                .filter(open -> !open.state().settled())
                .ifPresent(open -> open.settle(how, at, by, because, dueAgain));
    }

    /** Concerns in which something that was settled until a day is due again. */
    public List<Reference> concernsDueAgain(Instant now, int most) {
        return getEntityManager()
                .createQuery(
                        "select distinct o.reference from Obligation o where o.dueAgainAt <= ?1 order by o.reference",
                        String.class)
                .setParameter(1, now)
                .setMaxResults(most)
                .getResultStream()
                .map(Reference::new)
                .toList();
    }

    /** The steps have ended with the path of a withdrawn concern. */
    public void closeSteps(Reference reference) {
        of(reference).stream()
                .filter(each -> each.state() == Obligation.State.OPEN)
                .forEach(Obligation::close);
    }
}
