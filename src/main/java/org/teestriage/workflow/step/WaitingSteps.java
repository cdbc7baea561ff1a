package org.teestriage.workflow.step;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.platform.transaction.TransactionCache;

@ApplicationScoped
public class WaitingSteps implements PanacheRepositoryBase<WaitingStep, String> {

    private final TransactionCache cache;

    WaitingSteps(TransactionCache cache) {
        this.cache = cache;
    }

    public void add(WaitingStep step) {
        Reference reference = new Reference(step.reference());
        if (removed(reference).contains(new Removed(step.step(), step.item()))) {
            // Step and item are unique in a concern, and Hibernate runs inserts before deletes.
            flush();
        }
        persist(step);
        cache.add(WaitingStep.class, reference, step);
    }

    public void remove(String task) {
        findByIdOptional(task).ifPresent(step -> {
            Reference reference = new Reference(step.reference());
            removed(reference);
            cache.add(Removed.class, reference, new Removed(step.step(), step.item()));
            cache.remove(WaitingStep.class, reference, step);
            delete(step);
        });
    }

    private List<Removed> removed(Reference reference) {
        return cache.rows(Removed.class, reference, List::of);
    }

    /** A step that this transaction has closed. */
    private record Removed(Step step, String item) {}

    public List<WaitingStep> of(Reference reference) {
        return cache.rows(WaitingStep.class, reference, () -> list("reference", reference.value())).stream()
                .sorted(WaitingStep.BY_URGENCY)
                .toList();
    }

    /** The open steps of several concerns, not from the cache. */
    public Map<Reference, List<WaitingStep>> of(Collection<Reference> references) {
        return references.isEmpty()
                ? Map.of()
                : list(
                                "reference in ?1",
                                references.stream().map(Reference::value).toList())
                        .stream()
                        .collect(Collectors.groupingBy(step -> new Reference(step.reference())));
    }

    public Optional<WaitingStep> find(Reference reference, Step step, String item) {
        return of(reference).stream()
                .filter(waiting -> waiting.step() == step && waiting.item().equals(item))
                .findFirst();
    }

    /** Concerns with an open step, in the order of their references. */
    public List<Reference> concerns() {
        return find("select distinct reference from WaitingStep order by reference")
                .project(String.class)
                .list()
                .stream()
                .map(Reference::new)
                .toList();
    }

    public void rate(Concern concern) {
        of(concern.reference()).forEach(step -> step.rate(concern));
    }
}
