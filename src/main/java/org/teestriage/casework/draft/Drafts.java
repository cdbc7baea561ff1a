package org.teestriage.casework.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.teestriage.platform.transaction.ExpiringRows;

@ApplicationScoped
class Drafts implements PanacheRepositoryBase<Draft, String> {

    @Singleton
    static ExpiringRows expiring() {
        return new ExpiringRows("draft", "expires_at", Duration.ZERO);
    }

    /** Returns the drafts of a user, last saved first. */
    List<DraftLine> of(String user) {
        return find("user = ?1 order by savedAt desc, id", user)
                .project(DraftLine.class)
                .list();
    }

    long countOf(String user) {
        return count("user = ?1", user);
    }

    /** The length of the stored text of a draft, without reading it. */
    Optional<Integer> lengthOf(String user, String id) {
        return getEntityManager()
                .createQuery("select length(content) from Draft where id = ?1 and user = ?2", Integer.class)
                .setParameter(1, id)
                .setParameter(2, user)
                .getResultStream()
                .findFirst();
    }

    long delete(String user, String id) {
        return delete("id = ?1 and user = ?2", id, user);
    }

    /** Reads a draft and locks its row until the transaction ends. */
    Optional<Draft> findToChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    long deleteExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
