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
}
