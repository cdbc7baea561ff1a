package org.teestriage.platform.transaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Timeouts;

@ApplicationScoped
class IdempotentResponses implements PanacheRepositoryBase<IdempotentResponse, Long> {

    private static final int DELETED_AT_ONCE = 100;

    Optional<IdempotentResponse> under(String user, String key) {
        return find("user = ?1 and requestKey = ?2", user, key).stream().findFirst();
    }

    /** Skips rows that a concurrent request has locked to delete them. */
    void deleteBefore(Instant oldest) {
        find("at < ?1", oldest)
                .page(0, DELETED_AT_ONCE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .list()
                .forEach(this::delete);
    }
}
