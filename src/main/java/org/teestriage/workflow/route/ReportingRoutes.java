package org.teestriage.workflow.route;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.teestriage.concern.Reference;

@ApplicationScoped
public class ReportingRoutes implements PanacheRepositoryBase<ReportingRoute, Long> {

    public void add(ReportingRoute route) {
        persist(route);
    }

    /** In the order in which they were recorded. */
    public List<ReportingRoute> of(Reference reference) {
        return list("reference = ?1 order by id", reference.value());
    }
}
