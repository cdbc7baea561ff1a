package org.teestriage.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;

/** All decisions. */
@ApplicationScoped
public class DecidedSteps {

    private final EntityManager entities;

    DecidedSteps(EntityManager entities) {
        this.entities = entities;
    }

    public void add(DecidedStep decided) {
        entities.persist(decided);
    }

    public List<DecidedStep> of(Reference reference) {
        return entities.createQuery("from DecidedStep where reference = ?1 order by id", DecidedStep.class)
                .setParameter(1, reference.value())
                .getResultList();
    }

    public Optional<DecidedStep> latest(Reference reference, Step step, String item) {
        return of(reference).stream()
                .filter(decided -> decided.step() == step && decided.item().equals(item))
                .max(Comparator.comparingInt(DecidedStep::round));
    }
}
