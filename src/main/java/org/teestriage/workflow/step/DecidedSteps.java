package org.teestriage.workflow.step;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
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

    /** A decision without what was decided. */
    public record Made(Step step, String item, Instant at) {}

    /** What was decided of each concern of a list, without the decisions themselves. */
    public Map<Reference, List<Made>> madeIn(Collection<Reference> references) {
        return getEntityManager()
                .createQuery(
                        "select d.reference, d.step, d.item, d.decidedAt from DecidedStep d where d.reference in ?1",
                        Object[].class)
                .setParameter(1, references.stream().map(Reference::value).toList())
                .getResultStream()
                .collect(groupingBy(
                        row -> new Reference((String) row[0]),
                        mapping(
                                row -> new Made(
                                        Step.of((String) row[1]).orElseThrow(), (String) row[2], (Instant) row[3]),
                                toList())));
    }

    public Optional<DecidedStep> latest(Reference reference, Step step, String item) {
        return of(reference).stream()
                .filter(decided -> decided.step() == step && decided.item().equals(item))
                .max(Comparator.comparingInt(DecidedStep::round));
    }
}
