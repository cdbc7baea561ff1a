package org.teestriage.platform.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.teestriage.platform.persistence.EpochMicros;

@ApplicationScoped
class ExpiredResponses implements ExpiringRows {

    private final EntityManager entities;
    private final IdempotencySettings settings;

    ExpiredResponses(EntityManager entities, IdempotencySettings settings) {
        this.entities = entities;
        this.settings = settings;
    }

    @Override
    public String table() {
        return "given_answer";
    }

    @Override
    public int deleteBatch(Instant now) {
        return entities.createNativeQuery("delete from given_answer where at_micros < ?1 limit " + BATCH)
                .setParameter(1, EpochMicros.of(now.minus(settings.keep())))
                .executeUpdate();
    }
}
