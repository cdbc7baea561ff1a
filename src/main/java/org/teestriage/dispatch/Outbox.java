package org.teestriage.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.teestriage.concern.Reference;

/** All letters. A letter is posted in the transaction of the decision that makes it due. */
@ApplicationScoped
public class Outbox {

    private final EntityManager entities;

    public Outbox(EntityManager entities) {
        this.entities = entities;
    }

    /** Freezes a letter. Posting for the same purpose again makes the next revision beside the earlier ones. */
    public Letter post(
            Reference reference, Letter.Purpose purpose, String item, String partner, String content, Instant at) {
        int revision = latest(reference, purpose, item).map(Letter::revision).orElse(0) + 1;
        Letter letter = new Letter(reference, purpose, item, revision, partner, content, at);
        entities.persist(letter);
        return letter;
    }

    /** The partner has it, and says so with a reference of its own. */
    public void acknowledge(Reference reference, Letter.Purpose purpose, String item, Instant at, String theirs) {
        latest(reference, purpose, item).orElseThrow().acknowledged(at, theirs);
    }

    public void notNeeded(Reference reference, Letter.Purpose purpose, String item, Instant at) {
        latest(reference, purpose, item).orElseThrow().notNeeded(at);
    }

    /** Nobody sends any more what has not been sent: the concern goes on in another. */
    public void withdraw(Reference reference, Instant at) {
        of(reference).stream()
                .filter(letter -> letter.state() == Letter.State.WAITING)
                .forEach(letter -> letter.notNeeded(at));
    }

    public List<Letter> of(Reference reference) {
        return entities.createQuery("from Letter where reference = ?1 order by id", Letter.class)
                .setParameter(1, reference.value())
                .getResultList();
    }

    private Optional<Letter> latest(Reference reference, Letter.Purpose purpose, String item) {
        return of(reference).stream()
                .filter(letter -> letter.purpose() == purpose && letter.item().equals(item))
                .max(Comparator.comparingInt(Letter::revision));
    }
}
