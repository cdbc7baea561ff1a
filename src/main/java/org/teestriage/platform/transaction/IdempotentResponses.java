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

    /** An expired key is as good as deleted, however many others wait to be deleted before it. */
    Optional<IdempotentResponse> under(String user, String key, Instant oldest) {
        return find("user = ?1 and requestKey = ?2 and at >= ?3", user, key, oldest).stream()
                .findFirst();
    }

    void deleteExpired(String user, String key, Instant oldest) {
        delete("user = ?1 and requestKey = ?2 and at < ?3", user, key, oldest);
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
