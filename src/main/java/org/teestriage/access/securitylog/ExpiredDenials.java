package org.teestriage.access.securitylog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.transaction.ExpiringRows;

@ApplicationScoped
class ExpiredDenials implements ExpiringRows {

    private final EntityManager entities;
    private final SecurityLogSettings settings;

    ExpiredDenials(EntityManager entities, SecurityLogSettings settings) {
        this.entities = entities;
        this.settings = settings;
    }

    @Override
    public String table() {
        return "turned_away";
    }

    @Override
    public int deleteBatch(Instant now) {
        return entities.createNativeQuery("delete from turned_away where at_micros < ?1 limit " + BATCH)
                .setParameter(1, EpochMicros.of(now.minus(settings.keep())))
                .executeUpdate();
    }
}
