package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.transaction.ExpiringRows;

/** {@link GuessWatch} deletes them only when it counts the next one. */
@ApplicationScoped
class ExpiredLookUps implements ExpiringRows {

    private static final Duration KEPT = Duration.ofDays(1);

    private final EntityManager entities;

    ExpiredLookUps(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String table() {
        return "child_look_up";
    }

    @Override
    public int deleteBatch(Instant now) {
        return entities.createNativeQuery("delete from child_look_up where at_micros < ?1 limit " + BATCH)
                .setParameter(1, EpochMicros.of(now.minus(KEPT)))
                .executeUpdate();
    }
}
