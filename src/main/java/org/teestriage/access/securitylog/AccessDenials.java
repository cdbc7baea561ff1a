package org.teestriage.access.securitylog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.util.List;
import org.teestriage.platform.transaction.ExpiringRows;

@ApplicationScoped
class AccessDenials implements PanacheRepositoryBase<AccessDenial, Long> {

    @Singleton
    static ExpiringRows expiring(SecurityLogSettings settings) {
        return new ExpiringRows("turned_away", "at_micros", settings.keep());
    }

    List<AccessDenial> newest(int limit) {
        return find("order by id desc").page(0, limit).list();
    }
}
