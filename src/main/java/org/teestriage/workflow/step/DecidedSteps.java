package org.teestriage.workflow.step;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.platform.transaction.TransactionCache;

@ApplicationScoped
public class DecidedSteps implements PanacheRepositoryBase<DecidedStep, Long> {

    private final TransactionCache cache;

    DecidedSteps(TransactionCache cache) {
        this.cache = cache;
    }

    public void add(DecidedStep decided) {
        persist(decided);
        cache.add(DecidedStep.class, new Reference(decided.reference()), decided);
    }

    public List<DecidedStep> of(Reference reference) {
        return cache.rows(DecidedStep.class, reference, () -> list("reference = ?1 order by id", reference.value()));
    }

    /** The latest threshold decision of each part that has children, by the number of the part. */
    public Map<Integer, ThresholdDecision> thresholds(Concern concern) {
        Map<Integer, ThresholdDecision> latest = new TreeMap<>();
        for (Part part : concern.parts()) {
            latest(concern.reference(), Step.THRESHOLD_DECISION, String.valueOf(part.number()))
                    .ifPresent(step -> latest.put(part.number(), step.decision(ThresholdDecision.class)));
        }
        return latest;
    }

    public Optional<DecidedStep> latest(Reference reference, Step step, String item) {
        return of(reference).stream()
                .filter(decided -> decided.step() == step && decided.item().equals(item))
                .max(Comparator.comparingInt(DecidedStep::round));
    }
}
