package org.teestriage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.teestriage.concern.Reference;

/** All notes. */
@ApplicationScoped
class Notes {

    private final EntityManager entities;

    Notes(EntityManager entities) {
        this.entities = entities;
    }

    void add(Note note) {
        entities.persist(note);
    }

    List<Note> of(Reference reference) {
        return entities.createQuery("from Note where reference = ?1 order by id", Note.class)
                .setParameter(1, reference.value())
                .getResultList();
    }
}
