package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
import org.teestriage.concern.facts.Answer;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.directory.Directory;
import org.teestriage.timeline.Reading.What;
import org.teestriage.workflow.step.DecidedStep;

/**
 * Finds other concerns that may be about the same child. The number of SQL statements does not depend on the number of
 * concerns. Of a concern outside the officer's access, the result names only the hub, and an equal postcode does not
 * count: a person who raises a child with one postcode after the other learns no address. The same holds for the address of a
 * child who is or may be looked after, if the officer may not see it. A concern whose restrictions exclude the officer,
 * or admit only other people, is omitted.
 */
@ApplicationScoped
public class ChildMatcher {

    private static final int LISTED = 10;

    private static final Set<Alike> BY_POSTCODE = EnumSet.of(Alike.NAME_AND_POSTCODE, Alike.DATE_OF_BIRTH_AND_POSTCODE);

    private final EntityManager entities;
    private final ChildKeys childKeys;
    private final GuessWatch guessWatch;
    private final ConcernAccess concernAccess;
    private final AccessFactsQuery accessFactsQuery;
    private final Directory directory;
    private final DeadlineRules deadlineRules;

    ChildMatcher(
            EntityManager entities,
            ChildKeys childKeys,
            GuessWatch guessWatch,
            ConcernAccess concernAccess,
            AccessFactsQuery accessFactsQuery,
            Directory directory,
            DeadlineRules deadlineRules) {
        this.entities = entities;
        this.childKeys = childKeys;
        this.guessWatch = guessWatch;
        this.concernAccess = concernAccess;
        this.accessFactsQuery = accessFactsQuery;
        this.directory = directory;
        this.deadlineRules = deadlineRules;
    }

    /** Replaces the stored keys of a concern's children. */
    public void keepAgain(Concern concern) {
        childKeys.keepAgain(concern);
    }

    public void keep(Concern concern) {
        childKeys.keep(concern);
    }

    /** A match that the officer may know of, and the strongest likeness of which they may know. */
    private record Match(int ours, OtherConcern other, int theirs, Alike alike) {}

    /** Another concern without its facts, which may be 1 MB each. */
    private record OtherConcern(
            Reference reference, Instant receivedAt, boolean open, boolean duplicate, List<OtherPart> parts) {

        OtherPart partOfChild(int child) {
            return parts.stream()
                    .filter(part -> part.children().contains(child))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such child"));
        }
    }

    private record OtherPart(int number, String hub, List<Integer> children) {}

    /** Returns the matches that the officer may see, and records a reading of each concern shown or hinted at. */
    ChildMatches of(Officer officer, Concern concern) {
        guessWatch.lookedUp(officer, concern.reference(), concernAccess.now());
        ChildKeys.Search search = childKeys.search(concern);
        // Includes this concern, so that the same statements run whether or not matches were found.
        Set<String> references = Stream.concat(
                        Stream.of(concern.reference().value()),
                        search.found().stream().map(ChildKeys.Found::reference))
                .collect(Collectors.toSet());
        Map<Reference, AccessFacts> known =
                accessFactsQuery.of(references.stream().map(Reference::new).toList());
        Map<String, OtherConcern> others = concerns(references);
        Map<String, DecidedStep> decided = decided(references);
        AccessFacts own = Objects.requireNonNull(known.get(concern.reference()));
        List<Match> theirs = new ArrayList<>();
        List<Match> elsewhere = new ArrayList<>();
        for (ChildKeys.Found each : search.found()) {
            OtherConcern other = Objects.requireNonNull(others.get(each.reference()));
            AccessFacts ground = Objects.requireNonNull(known.get(other.reference()));
            boolean sees = Access.may(officer, Act.SEE_CASE, ground);
            if (sees || Access.mayKnowThatItExists(officer, ground)) {
                boolean postcode = sees
                        && maySeeAddress(officer, own, concern, each.ours())
                        && (each.notLookedAfter()
                                || Access.maySeePlacement(
                                        officer,
                                        ground,
                                        other.partOfChild(each.theirs()).hub()));
                each.alike().stream()
                        .filter(alike -> postcode || !BY_POSTCODE.contains(alike))
                        .min(Comparator.naturalOrder())
                        .ifPresent(alike ->
                                (sees ? theirs : elsewhere).add(new Match(each.ours(), other, each.theirs(), alike)));
            }
        }
        concernAccess.recordReading(officer, references(theirs), What.KNOWN);
        concernAccess.recordReading(officer, references(elsewhere), What.HINT);
        return new ChildMatches(
                concern.reference(),
                search.cutOff(),
                IntStream.rangeClosed(1, concern.facts().children().size())
                        .mapToObj(child -> ofChild(officer, concern, child, theirs, elsewhere, known, decided))
                        .toList());
    }

    private static Set<Reference> references(List<Match> matches) {
        return matches.stream()
                .map(match -> match.other().reference())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A child who is not said to be not looked after may live at a placement, which stays unknown. */
    private static boolean maySeeAddress(Officer officer, AccessFacts ground, Concern concern, int child) {
        return concern.facts().children().get(child - 1).lookedAfter() == Answer.NO
                || Access.maySeePlacement(
                        officer, ground, concern.partOfChild(child).hub());
    }

    private OfChild ofChild(
            Officer officer,
            Concern concern,
            int child,
            List<Match> theirs,
            List<Match> elsewhere,
            Map<Reference, AccessFacts> known,
            Map<String, DecidedStep> decided) {
        List<Match> listed = strongest(child, theirs);
        return new OfChild(
                child,
                listed.stream()
                        .limit(LISTED)
                        .map(match -> other(
                                concern,
                                match,
                                Optional.ofNullable(decided.get(place(match.other(), match.theirs()))),
                                Access.mayKnowOfLado(
                                        officer,
                                        Objects.requireNonNull(
                                                known.get(match.other().reference())))))
                        .toList(),
                Math.max(0, listed.size() - LISTED),
                elsewhere.stream()
                        .filter(match -> match.ours() == child)
                        .map(match -> directory
                                .hub(match.other().partOfChild(match.theirs()).hub())
                                .name())
                        .distinct()
                        .sorted()
                        .map(Elsewhere::new)
                        .toList());
    }

    /** One match for each concern, the most alike first, then the newest. */
    private static List<Match> strongest(int child, List<Match> matches) {
        Map<Reference, Match> first = new LinkedHashMap<>();
        matches.stream()
                .filter(match -> match.ours() == child)
                .sorted(Comparator.comparing(Match::alike)
                        .thenComparing(match -> match.other().receivedAt(), Comparator.reverseOrder())
                        .thenComparing(match -> match.other().reference().value())
                        .thenComparing(Match::theirs))
                .forEach(match -> first.putIfAbsent(match.other().reference(), match));
        return List.copyOf(first.values());
    }

    private Map<String, OtherConcern> concerns(Collection<String> references) {
        Map<String, OtherConcern> concerns = new HashMap<>();
        entities.createQuery(
                        "select c.reference, c.receivedAt, c.closedAt, c.duplicateOf, p.number, p.hub, p.children"
                                + " from Part p join p.concern c where c.reference in ?1 order by p.id",
                        Tuple.class)
                .setParameter(1, references)
                .getResultList()
                .forEach(row -> concerns.computeIfAbsent(row.get(0, String.class), reference -> other(row))
                        .parts()
                        .add(new OtherPart(row.get(4, Integer.class), row.get(5, String.class), numbers(row.get(6)))));
        return concerns;
    }

    private static OtherConcern other(Tuple row) {
        return new OtherConcern(
                new Reference(row.get(0, String.class)),
                row.get(1, Instant.class),
                row.get(2) == null,
                row.get(3) != null,
                new ArrayList<>());
    }

    private static List<Integer> numbers(Object children) {
        return ((List<?>) children).stream().map(Integer.class::cast).toList();
    }

    /**
     * Returns the latest threshold decisions that stand, by reference and part. One that waits for its second decision,
     * or was returned, is not told, because it may yet become another.
     */
    private Map<String, DecidedStep> decided(Collection<String> references) {
        Map<String, DecidedStep> decided = latest(references);
        decided.keySet().removeAll(unsettled(references));
        return decided;
    }

    private Set<String> unsettled(Collection<String> references) {
        Set<String> unsettled = new HashSet<>();
        entities.createQuery(
                        "select reference, item from WaitingStep where reference in ?1 and step in ?2", Object[].class)
                .setParameter(1, references)
                .setParameter(2, List.of(Step.THRESHOLD_DECISION.id(), Step.SECOND_READING.id()))
                .getResultList()
                .forEach(row -> unsettled.add(row[0] + " " + row[1]));
        return unsettled;
    }

    private Map<String, DecidedStep> latest(Collection<String> references) {
        return entities.createQuery("from DecidedStep where reference in ?1 and step = ?2", DecidedStep.class)
                .setParameter(1, references)
                .setParameter(2, Step.THRESHOLD_DECISION.id())
                .getResultStream()
                .collect(Collectors.toMap(
                        each -> each.reference() + " " + each.item(),
                        each -> each,
                        BinaryOperator.maxBy(Comparator.comparingInt(DecidedStep::round)),
                        HashMap::new));
    }

    private static String place(OtherConcern concern, int child) {
        return concern.reference().value() + " " + concern.partOfChild(child).number();
    }

    /** {@code calm}: the decision of no further action. */
    private Optional<String> backAgain(Concern ours, OtherConcern other, Optional<DecidedStep> calm) {
        return other.duplicate()
                ? Optional.empty()
                : deadlineRules.backAgain(
                        BusinessClock.dateOf(other.receivedAt()),
                        calm.map(step -> BusinessClock.dateOf(step.decidedAt())),
                        ours.receivedOn());
    }

    private Other other(Concern ours, Match found, Optional<DecidedStep> latest, boolean lado) {
        OtherConcern other = found.other();
        // A duplicate is worked on, and decided, in another concern.
        Optional<DecidedStep> decision = latest.filter(step -> !other.duplicate());
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
                backAgain(ours, other, decision.filter(step -> outcomes.contains(Outcome.NO_FURTHER_ACTION)))
                        .orElse(null));
    }
}
