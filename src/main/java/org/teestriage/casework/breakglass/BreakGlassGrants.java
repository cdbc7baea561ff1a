package org.teestriage.casework.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.teestriage.concern.Reference;

/** All broken glass. */
@ApplicationScoped
public class BreakGlassGrants {

    private final EntityManager entities;

    BreakGlassGrants(EntityManager entities) {
        this.entities = entities;
    }

    void add(BreakGlassGrant broken) {
        entities.persist(broken);
    }

    List<BreakGlassGrant> of(Reference reference) {
        return entities.createQuery("from BreakGlassGrant where reference = ?1 order by number", BreakGlassGrant.class)
                .setParameter(1, reference.value())
                .getResultList();
    }

    public Optional<BreakGlassGrant> find(Reference reference, String number) {
        return of(reference).stream()
                .filter(broken -> String.valueOf(broken.number()).equals(number))
                .findFirst();
    }

    /** What somebody still looks through. */
    List<BreakGlassGrant> openOf(String user, Instant now) {
        return entities.createQuery(
                        "from BreakGlassGrant where user = ?1 and until > ?2 order by until", BreakGlassGrant.class)
                .setParameter(1, user)
                .setParameter(2, now)
                .getResultList();
    }

    List<BreakGlassGrant> newest(long before, int limit) {
        return entities.createQuery("from BreakGlassGrant where id < ?1 order by id desc", BreakGlassGrant.class)
                .setParameter(1, before)
                .setMaxResults(limit)
                .getResultList();
    }
}
