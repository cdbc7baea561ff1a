package org.teestriage.casework.restriction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.teestriage.concern.Reference;

@ApplicationScoped
class RestrictionRecords implements PanacheRepositoryBase<RestrictionRecord, Long> {

    List<RestrictionRecord> of(Reference reference) {
        return list("reference = ?1 order by number", reference.value());
    }

    /** References of concerns with restrictions that lack their hubs, after {@code last}. */
    List<String> withUnknownHubs(String last, int limit) {
        return find(
                        "select distinct reference from RestrictionRecord where not hubsKnown"
                                + " and kind = EXCLUDED_WORKPLACE and liftedAt is null and reference > ?1"
                                + " order by reference",
                        last)
                .project(String.class)
                .page(0, limit)
                .list();
    }
}
