package org.teestriage.platform.transaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class IdempotentResponses implements PanacheRepositoryBase<IdempotentResponse, Long> {

    @Singleton
    static ExpiringRows expiring(IdempotencySettings settings) {
        return new ExpiringRows("given_answer", "at_micros", settings.keep());
    }

    /** An expired key is as good as deleted, however many others wait to be deleted before it. */
    Optional<IdempotentResponse> under(String user, String key, Instant oldest) {
        return find("user = ?1 and requestKey = ?2 and at >= ?3", user, key, oldest).stream()
                .findFirst();
    }

    void deleteExpired(String user, String key, Instant oldest) {
        delete("user = ?1 and requestKey = ?2 and at < ?3", user, key, oldest);
    }
}
