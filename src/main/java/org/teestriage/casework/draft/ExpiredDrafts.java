package org.teestriage.casework.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.transaction.ExpiringRows;

@ApplicationScoped
class ExpiredDrafts implements ExpiringRows {

    private final EntityManager entities;

    ExpiredDrafts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String table() {
        return "draft";
    }

    @Override
    public int deleteBatch(Instant now) {
        return entities.createNativeQuery("delete from draft where expires_at <= ?1 limit " + BATCH)
                .setParameter(1, EpochMicros.of(now))
                .executeUpdate();
    }
}
