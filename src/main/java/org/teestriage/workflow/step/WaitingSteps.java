package org.teestriage.workflow.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;

/** All steps that wait for a person. */
@ApplicationScoped
public class WaitingSteps {

    private final EntityManager entities;

    WaitingSteps(EntityManager entities) {
        this.entities = entities;
    }

    public void add(WaitingStep step) {
        entities.persist(step);
    }

    public void remove(String task) {
        WaitingStep step = entities.find(WaitingStep.class, task);
        if (step != null) {
            entities.remove(step);
            // Another step of the same name may open in this very transaction, and only one may stand.
            entities.flush();
        }
    }

    public List<WaitingStep> of(Reference reference) {
        return entities.createQuery(
                        "from WaitingStep where reference = ?1 order by queueRank, due, task", WaitingStep.class)
                .setParameter(1, reference.value())
                .getResultList();
    }

    public Optional<WaitingStep> find(Reference reference, Step step, String item) {
        return of(reference).stream()
                .filter(waiting -> waiting.step() == step && waiting.item().equals(item))
                .findFirst();
    }

    public void rate(Concern concern) {
        of(concern.reference()).forEach(step -> step.rate(concern));
    }
}
