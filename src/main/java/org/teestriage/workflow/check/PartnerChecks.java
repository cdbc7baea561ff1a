package org.teestriage.workflow.check;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.TransactionCache;

@ApplicationScoped
public class PartnerChecks implements PanacheRepositoryBase<PartnerCheck, Long> {

    private final TransactionCache cache;

    PartnerChecks(TransactionCache cache) {
        this.cache = cache;
    }

    public void add(Reference reference, PartnerCheck check) {
        persist(check);
        cache.add(PartnerCheck.class, reference, check);
    }

    /** The question with this id. */
    public Optional<PartnerCheck> asked(String id) {
        return find("askedAs", id).firstResultOptional();
    }

    /** The questions that wait for an answer: asked or chased last, and neither answered nor given up since. */
    public List<PartnerCheck> awaited(Reference reference) {
        Map<PartnerCheck.Question, PartnerCheck> last = new LinkedHashMap<>();
        of(reference).forEach(entry -> last.put(entry.question(), entry));
        return last.values().stream()
                .filter(entry -> entry.act().act().awaitsAnswer())
                .toList();
    }

    /** In the order in which they were recorded. */
    public List<PartnerCheck> of(Reference reference) {
        return cache.rows(PartnerCheck.class, reference, () -> list("reference = ?1 order by id", reference.value()));
    }
}
