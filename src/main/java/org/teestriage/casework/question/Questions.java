package org.teestriage.casework.question;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.teestriage.concern.Reference;

@ApplicationScoped
public class Questions implements PanacheRepositoryBase<Question, Long> {

    public void add(Question question) {
        persist(question);
    }

    public List<Question> of(Reference reference) {
        return list("reference = ?1 order by number", reference.value());
    }

    /** When the first open question has to be answered; empty if none is open. */
    public static Optional<Instant> nextDue(List<Question> questions) {
        return questions.stream().filter(Question::open).map(Question::due).min(Comparator.naturalOrder());
    }
}
