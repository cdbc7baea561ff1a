package org.teestriage.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.teestriage.platform.transaction.TransactionCache;

/** All notes, of each concern the oldest first. */
@ApplicationScoped
public class Notes {

    private final EntityManager entities;
    private final TransactionCache cache;

    Notes(EntityManager entities, TransactionCache cache) {
        this.entities = entities;
        this.cache = cache;
    }

    public void add(Note note) {
        entities.persist(note);
        cache.add(Note.class, note.reference(), note);
    }

    /** The number of the next danger that is told of a concern; further information and calls are counted by the concern. */
    public int nextDanger(Reference reference) {
        return 1
                + (int) of(reference).stream()
                        .filter(note -> note.kind() == Note.Kind.DANGER)
                        .count();
    }

    public List<Note> of(Reference reference) {
        return cache.rows(Note.class, reference, () -> entities.createQuery(
                        "from Note where reference = ?1 order by at, id", Note.class)
                .setParameter(1, reference.value())
                .getResultList());
    }
}
