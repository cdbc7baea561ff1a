package org.teestriage.concern;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.teestriage.platform.transaction.TransactionCache;

@ApplicationScoped
public class Notes implements PanacheRepositoryBase<Note, Long> {

    private final TransactionCache cache;

    Notes(TransactionCache cache) {
        this.cache = cache;
    }

    public void add(Note note) {
        persist(note);
        cache.add(Note.class, note.reference(), note);
    }

    /** The number of the next danger report of a concern. The concern itself counts further information and calls. */
    public int nextDanger(Reference reference) {
        return 1
                + (int) of(reference).stream()
                        .filter(note -> note.kind() == Note.Kind.DANGER)
                        .count();
    }

    public List<Note> of(Reference reference) {
        return cache.rows(Note.class, reference, () -> list("reference = ?1 order by at, id", reference.value()));
    }
}
