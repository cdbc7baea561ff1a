package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.teestriage.casework.decisionsupport.ChildMatches.Alike;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Child;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.text.NameMatcher;

@ApplicationScoped
class ChildKeys {

    /**
     * Maximum number of concerns that a search returns: those that are most alike, then the newest. So many children of
     * one name in one concern push no other concern out.
     */
    static final int MOST_CONCERNS = 200;

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?)";
    private static final int COLUMNS = 7;

    /** A statement has at most 65,535 values. */
    private static final int VALUES_AT_ONCE = 2_000 * COLUMNS;

    /** Stands in lists of keys and references, which must not be empty; no key and no reference. */
    private static final String NONE = "-";

    private static final String CONCERNS = "select reference, min(case when mark in (:NAME_AND_DATE_OF_BIRTH) then 0"
            + " when mark in (:NAME_AND_POSTCODE) then 1 when mark in (:DATE_OF_BIRTH_AND_POSTCODE) then 2 else 3 end)"
            + " as strength, max(at_micros) as newest from child_mark where mark in (:marks) and reference <> :own"
            + " group by reference order by strength, newest desc, reference";

    private static final String CHILDREN = "select mark, reference, child, name_words, not_looked_after from child_mark"
            + " where mark in (:marks) and reference in (:references)";

    private static final String POSTCODES = "select count(distinct m.postcode_mark) from child_mark m"
            + " join concern c on c.reference = m.reference"
            + " where m.name_words <> '' and ((c.raised_by = :user and c.received_at > :since) or c.reference = :own)"
            + " group by m.name_words order by 1 desc";

    private final EntityManager entities;

    ChildKeys(EntityManager entities) {
        this.entities = entities;
    }

    /** The rules by which keys are stored; those of other rules are computed again in the background. */
    static String edition() {
        return "2 " + NameMatcher.edition();
    }

    /**
     * A child of another concern that shares keys with a child of this one. Numbers from 1.
     *
     * @param notLookedAfter whether the other child is said not to be looked after
     */
    record Found(int ours, String reference, int theirs, Set<Alike> alike, boolean notLookedAfter) {}

    /** {@code cutOff} if more concerns share a key than a search returns. */
    record Search(List<Found> found, boolean cutOff) {}

    /** Replaces the stored keys of a concern's children. */
    void keepAgain(Concern concern) {
        entities.createNativeQuery("delete from child_mark where reference = ?")
                .setParameter(1, concern.reference().value())
                .executeUpdate();
        keep(concern);
    }

    void keep(Concern concern) {
        concern.childrenKeyed(edition());
        List<Object> values = new ArrayList<>();
        List<Child> children = concern.facts().children();
        for (int number = 1; number <= children.size(); number++) {
            Child child = children.get(number - 1);
            ChildMatchKeys traits = ChildMatchKeys.of(child);
            for (String mark : traits.kept()) {
                Collections.addAll(
                        values,
                        mark,
                        concern.reference().value(),
                        number,
                        traits.words(),
                        EpochMicros.of(concern.receivedAt()),
                        traits.postcodeKey(),
                        child.lookedAfter() == Answer.NO);
            }
        }
        for (int from = 0; from < values.size(); from += VALUES_AT_ONCE) {
            insert(values.subList(from, Math.min(from + VALUES_AT_ONCE, values.size())));
        }
    }

    private void insert(List<Object> values) {
        Query insert = entities.createNativeQuery(
                "insert into child_mark (mark, reference, child, name_words, at_micros, postcode_mark, not_looked_after)"
                        + " values "
                        + String.join(", ", Collections.nCopies(values.size() / COLUMNS, ROW)));
        for (int place = 0; place < values.size(); place++) {
            insert.setParameter(place + 1, values.get(place));
        }
        insert.executeUpdate();
    }

    /** Two statements, whatever is found. */
    Search search(Concern concern) {
        List<ChildMatchKeys> ours =
                concern.facts().children().stream().map(ChildMatchKeys::of).toList();
        Map<String, Map<Integer, Alike>> sought = new HashMap<>();
        Map<Alike, Set<String>> byStrength = new EnumMap<>(Alike.class);
        EnumSet.allOf(Alike.class).forEach(alike -> byStrength.put(alike, new HashSet<>(Set.of(NONE))));
        for (int number = 1; number <= ours.size(); number++) {
            int child = number;
            ours.get(child - 1).sought().forEach((mark, alike) -> {
                sought.computeIfAbsent(mark, key -> new HashMap<>()).put(child, alike);
                Objects.requireNonNull(byStrength.get(alike)).add(mark);
            });
        }
        if (sought.isEmpty()) {
            return new Search(List.of(), false);
        }
        Query query = entities.createNativeQuery(CONCERNS, Object[].class);
        byStrength.forEach((alike, marks) -> {
            if (alike != Alike.NAME_ALONE) {
                query.setParameter(alike.name(), marks);
            }
        });
        List<?> rows = query.setParameter("marks", sought.keySet())
                .setParameter("own", concern.reference().value())
                .setMaxResults(MOST_CONCERNS + 1)
                .getResultList();
        List<String> references = new ArrayList<>(List.of(NONE));
        rows.stream().limit(MOST_CONCERNS).forEach(row -> references.add((String) ((Object[]) row)[0]));
        return new Search(children(ours, sought, references), rows.size() > MOST_CONCERNS);
    }

    /** The largest number of postcodes of one name in this concern, and those that the user raised since. */
    int mostPostcodes(String user, Instant since, Reference own) {
        List<?> most = entities.createNativeQuery(POSTCODES, Long.class)
                .setParameter("user", user)
                .setParameter("since", EpochMicros.of(since))
                .setParameter("own", own.value())
                .setMaxResults(1)
                .getResultList();
        return most.isEmpty() ? 0 : ((Number) most.get(0)).intValue();
    }

    private static boolean isTrue(Object column) {
        return column instanceof Boolean set ? set : ((Number) column).intValue() != 0;
    }

    private List<Found> children(
            List<ChildMatchKeys> ours, Map<String, Map<Integer, Alike>> sought, List<String> references) {
        List<?> rows = entities.createNativeQuery(CHILDREN, Object[].class)
                .setParameter("marks", sought.keySet())
                .setParameter("references", references)
                .getResultList();
        Map<String, Found> found = new LinkedHashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            int theirs = ((Number) row[2]).intValue();
            Objects.requireNonNull(sought.get((String) row[0])).forEach((child, alike) -> {
                if (ours.get(child - 1).mayBe((String) row[3], alike)) {
                    found.computeIfAbsent(
                                    "%d %s %d".formatted(child, row[1], theirs),
                                    pair -> new Found(
                                            child,
                                            (String) row[1],
                                            theirs,
                                            EnumSet.noneOf(Alike.class),
                                            isTrue(row[4])))
                            .alike()
                            .add(alike);
                }
            });
        }
        return List.copyOf(found.values());
    }
}
