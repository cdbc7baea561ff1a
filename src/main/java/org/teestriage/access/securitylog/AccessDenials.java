package org.teestriage.access.securitylog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class AccessDenials implements PanacheRepositoryBase<AccessDenial, Long> {

    List<AccessDenial> newest(int limit) {
        return find("order by id desc").page(0, limit).list();
    }
}
