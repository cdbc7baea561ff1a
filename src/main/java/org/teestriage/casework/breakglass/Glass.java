package org.teestriage.casework.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.teestriage.concern.Reference;

/** All broken glass. */
@ApplicationScoped
public class Glass {

    private final EntityManager entities;

    Glass(EntityManager entities) {
        this.entities = entities;
    }

    void add(BrokenGlass broken) {
        entities.persist(broken);
    }

    List<BrokenGlass> of(Reference reference) {
        return entities.createQuery("from BrokenGlass where reference = ?1 order by number", BrokenGlass.class)
                .setParameter(1, reference.value())
                .getResultList();
    }

    public Optional<BrokenGlass> find(Reference reference, String number) {
        return of(reference).stream()
                .filter(broken -> String.valueOf(broken.number()).equals(number))
                .findFirst();
    }

    /** What somebody still looks through. */
    List<BrokenGlass> openOf(String user, Instant now) {
        return entities.createQuery("from BrokenGlass where user = ?1 and until > ?2 order by until", BrokenGlass.class)
                .setParameter(1, user)
                .setParameter(2, now)
                .getResultList();
    }

    List<BrokenGlass> newest(long before, int limit) {
        return entities.createQuery("from BrokenGlass where id < ?1 order by id desc", BrokenGlass.class)
                .setParameter(1, before)
                .setMaxResults(limit)
                .getResultList();
    }
}
