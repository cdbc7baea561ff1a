package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.AccessFactsQuery;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.casework.decisionsupport.ChildMatches.Alike;
import org.teestriage.casework.decisionsupport.ChildMatches.Elsewhere;
import org.teestriage.casework.decisionsupport.ChildMatches.OfChild;
import org.teestriage.casework.decisionsupport.ChildMatches.Other;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Child;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.directory.Directory;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.text.NameMatcher;
import org.teestriage.timeline.Reading.What;
import org.teestriage.workflow.step.DecidedStep;

/**
 * Finds other concerns that may be about the same child. The number of SQL statements does not depend on the number of
 * concerns. Of a concern outside the officer's access, the result names only the hub. A concern whose restrictions
 * exclude the officer, or admit only other people, is omitted.
 */
@ApplicationScoped
public class ChildMatcher {

    /** Maximum number of pairs of children that a search returns, newest concern first. */
    private static final int AT_MOST = 100;

    /** Maximum number of key rows that a search reads. One child shares several keys with another. */
    private static final int ROWS = 20 * AT_MOST;

    private static final int LISTED = 10;

    private static final String ROW = "(?, ?, ?, ?, ?)";
    private static final int COLUMNS = 5;

    /** A statement has at most 65,535 values. */
    private static final int VALUES_AT_ONCE = 2_000 * COLUMNS;

    private final EntityManager entities;
    private final ConcernAccess concernAccess;
    private final AccessFactsQuery accessFactsQuery;
    private final Directory directory;
    private final DeadlineRules deadlineRules;

    ChildMatcher(
            EntityManager entities,
            ConcernAccess concernAccess,
            AccessFactsQuery accessFactsQuery,
            Directory directory,
            DeadlineRules deadlineRules) {
        this.entities = entities;
        this.concernAccess = concernAccess;
        this.accessFactsQuery = accessFactsQuery;
        this.directory = directory;
        this.deadlineRules = deadlineRules;
    }

    /** A child of another concern that shares a key with a child of this one. Numbers from 1. */
    private record Found(int ours, String reference, int theirs, Alike alike) {}

    /** Replaces the stored keys of a concern's children. */
    public void keepAgain(Concern concern) {
        entities.createNativeQuery("delete from child_mark where reference = ?")
                .setParameter(1, concern.reference().value())
                .executeUpdate();
        keep(concern);
    }

    public void keep(Concern concern) {
        concern.childrenKeyed(NameMatcher.edition());
        List<Object> values = new ArrayList<>();
        List<Child> children = concern.facts().children();
        for (int number = 1; number <= children.size(); number++) {
            ChildMatchKeys traits = ChildMatchKeys.of(children.get(number - 1));
            for (String mark : traits.kept()) {
                Collections.addAll(
                        values,
                        mark,
                        concern.reference().value(),
                        number,
                        traits.words(),
                        EpochMicros.of(concern.receivedAt()));
            }
        }
        for (int from = 0; from < values.size(); from += VALUES_AT_ONCE) {
            insert(values.subList(from, Math.min(from + VALUES_AT_ONCE, values.size())));
        }
    }

    private void insert(List<Object> values) {
        Query insert = entities.createNativeQuery(
                "insert into child_mark (mark, reference, child, name_words, at_micros) values "
                        + String.join(", ", Collections.nCopies(values.size() / COLUMNS, ROW)));
        for (int place = 0; place < values.size(); place++) {
            insert.setParameter(place + 1, values.get(place));
        }
        insert.executeUpdate();
    }

    /** Returns the matches that the officer may see, and records a reading of each concern shown or hinted at. */
    ChildMatches of(Officer officer, Concern concern) {
        List<Found> found = find(concern);
        // Includes this concern, so that the same statements run whether or not matches were found.
        Set<String> references = Stream.concat(
                        Stream.of(concern.reference().value()), found.stream().map(Found::reference))
                .collect(Collectors.toSet());
        Map<Reference, AccessFacts> known =
                accessFactsQuery.of(references.stream().map(Reference::new).toList());
        Map<String, Concern> others = concerns(references);
        Map<String, DecidedStep> decided = decided(references);
        Set<Reference> shown = new LinkedHashSet<>();
        Set<Reference> hinted = new LinkedHashSet<>();
        Map<Integer, List<Other>> theirs = new HashMap<>();
        Map<Integer, List<Elsewhere>> elsewhere = new HashMap<>();
        for (Found each : found) {
            Concern other = Objects.requireNonNull(others.get(each.reference()));
            AccessFacts ground = Objects.requireNonNull(known.get(other.reference()));
            if (Access.may(officer, Act.SEE_CASE, ground)) {
                shown.add(other.reference());
                theirs.computeIfAbsent(each.ours(), child -> new ArrayList<>())
                        .add(other(
                                concern,
                                other,
                                each,
                                Optional.ofNullable(decided.get(place(other, each.theirs()))),
                                Access.mayKnowOfLado(officer, ground)));
            } else if (Access.mayKnowThatItExists(officer, ground)) {
                hinted.add(other.reference());
                elsewhere
                        .computeIfAbsent(each.ours(), child -> new ArrayList<>())
                        .add(new Elsewhere(
                                directory
                                        .hub(other.partOfChild(each.theirs()).hub())
                                        .name(),
                                each.alike()));
            }
        }
        concernAccess.recordReading(officer, shown, What.KNOWN);
        concernAccess.recordReading(officer, hinted, What.HINT);
        return new ChildMatches(
                concern.reference(),
                IntStream.rangeClosed(1, concern.facts().children().size())
                        .mapToObj(child -> new OfChild(
                                child,
                                theirs.getOrDefault(child, List.of()).stream()
                                        .limit(LISTED)
                                        .toList(),
                                Math.max(
                                        0, theirs.getOrDefault(child, List.of()).size() - LISTED),
                                elsewhere.getOrDefault(child, List.of()).stream()
                                        .distinct()
                                        .toList()))
                        .toList());
    }

    /** Newest first. A pair of children occurs once, with its strongest match. */
    private List<Found> find(Concern concern) {
        Map<String, Map<Integer, Alike>> sought = new HashMap<>();
        List<ChildMatchKeys> ours =
                concern.facts().children().stream().map(ChildMatchKeys::of).toList();
        for (int number = 1; number <= ours.size(); number++) {
            int child = number;
            ours.get(child - 1).sought().forEach((mark, alike) -> sought.computeIfAbsent(mark, key -> new HashMap<>())
                    .put(child, alike));
        }
        if (sought.isEmpty()) {
            return List.of();
        }
        List<?> rows = entities.createNativeQuery(
                        "select mark, reference, child, name_words from child_mark where mark in (:marks)"
                                + " and reference <> :own order by at_micros desc, id",
                        Object[].class)
                .setParameter("marks", sought.keySet())
                .setParameter("own", concern.reference().value())
                .setMaxResults(ROWS)
                .getResultList();
        Map<String, Found> found = new LinkedHashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            Objects.requireNonNull(sought.get((String) row[0])).forEach((child, alike) -> {
                if (ours.get(child - 1).mayBe((String) row[3], alike)) {
                    int theirs = ((Number) row[2]).intValue();
                    found.merge(
                            "%d %s %d".formatted(child, row[1], theirs),
                            new Found(child, (String) row[1], theirs, alike),
                            (one, other) -> one.alike().compareTo(other.alike()) <= 0 ? one : other);
                }
            });
        }
        return found.values().stream().limit(AT_MOST).toList();
    }

    private Map<String, Concern> concerns(Collection<String> references) {
        return entities
                .createQuery(
                        "select distinct c from Concern c left join fetch c.parts where c.reference in ?1",
                        Concern.class)
                .setParameter(1, references)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(each -> each.reference().value(), each -> each));
    }

    /** Returns the latest threshold decisions, by reference and part. */
    private Map<String, DecidedStep> decided(Collection<String> references) {
        return entities.createQuery("from DecidedStep where reference in ?1 and step = ?2", DecidedStep.class)
                .setParameter(1, references)
                .setParameter(2, Step.THRESHOLD_DECISION.id())
                .getResultStream()
                .collect(Collectors.toMap(
                        each -> each.reference() + " " + each.item(),
                        each -> each,
                        BinaryOperator.maxBy(Comparator.comparingInt(DecidedStep::round))));
    }

    private static String place(Concern concern, int child) {
        return concern.reference().value() + " " + concern.partOfChild(child).number();
    }

    private Other other(Concern ours, Concern other, Found found, Optional<DecidedStep> decision, boolean lado) {
        Set<Outcome> outcomes = decision.flatMap(step -> step.decision(ThresholdDecision.class).children().stream()
                        .filter(each -> each.child() == found.theirs())
                        .findFirst())
                .map(each -> each.outcomes())
                .orElse(Set.of());
        Set<Outcome> told = EnumSet.noneOf(Outcome.class);
        outcomes.stream().filter(outcome -> lado || outcome != Outcome.LADO).forEach(told::add);
        return new Other(
                other.reference(),
                found.theirs(),
                found.alike(),
                other.receivedAt(),
                other.open(),
                directory.hub(other.partOfChild(found.theirs()).hub()).name(),
                told,
                decision.map(DecidedStep::decidedAt).orElse(null),
                decision.map(DecidedStep::decidedByName).orElse(null),
                decision.filter(step -> outcomes.contains(Outcome.NO_FURTHER_ACTION))
                        .flatMap(step -> deadlineRules.backAgain(
                                BusinessClock.dateOf(step.decidedAt()), BusinessClock.dateOf(ours.receivedAt())))
                        .orElse(null));
    }
}
