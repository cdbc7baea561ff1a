package org.teestriage.web.pages.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.teestriage.decision.wording.Choice;

/**
 * Adapts the form of a record to one page. Names are field names such as {@code report.kind}; one without the numbers of
 * list members, such as {@code account.about}, stands for the field of every member.
 */
public record Fitting(
        Map<String, List<Choice>> choices,
        Map<String, String> carried,
        Set<String> leftOut,
        Map<String, Enum<?>> answersLeftOut,
        Map<String, Integer> emptyRows) {

    private static final Pattern MEMBER = Pattern.compile("\\[[0-9]+]");

    public static final Fitting NONE = new Fitting(Map.of(), Map.of(), Set.of(), Map.of(), Map.of());

    public Fitting {
        choices = Map.copyOf(choices);
        carried = Map.copyOf(carried);
        leftOut = Set.copyOf(leftOut);
        answersLeftOut = Map.copyOf(answersLeftOut);
        emptyRows = Map.copyOf(emptyRows);
    }

    /** Replaces a text field by a choice, and gives a set of texts its choices. */
    public Fitting choosing(String name, List<Choice> from) {
        return new Fitting(with(choices, name, from), carried, leftOut, answersLeftOut, emptyRows);
    }

    /** Carries a known value in a hidden field instead of asking. */
    public Fitting carrying(String name, String value) {
        return new Fitting(choices, with(carried, name, value), leftOut, answersLeftOut, emptyRows);
    }

    /** Removes a question. */
    public Fitting leavingOut(String name) {
        Set<String> more = new HashSet<>(leftOut);
        more.add(name);
        return new Fitting(choices, carried, more, answersLeftOut, emptyRows);
    }

    /** Removes one answer of a choice. */
    public Fitting leavingOut(String name, Enum<?> answer) {
        return new Fitting(choices, carried, leftOut, with(answersLeftOut, name, answer), emptyRows);
    }

    /** Shows more than one empty row of a list, for pages on which all rows are typed at once. */
    public Fitting withEmptyRows(String list, int rows) {
        return new Fitting(choices, carried, leftOut, answersLeftOut, with(emptyRows, list, rows));
    }

    int emptyRows(String list) {
        return emptyRows.getOrDefault(list, 1);
    }

    /** The choices that the page gives for a field; empty if it gives none. */
    Optional<List<Choice>> choicesAt(String name) {
        return Optional.ofNullable(choices.getOrDefault(name, choices.get(ofEveryMember(name))));
    }

    boolean leavesOut(String name) {
        return leftOut.contains(name) || leftOut.contains(ofEveryMember(name));
    }

    private static String ofEveryMember(String name) {
        return MEMBER.matcher(name).replaceAll("");
    }

    Stream<String> names() {
        return Stream.of(choices.keySet(), carried.keySet(), leftOut, answersLeftOut.keySet(), emptyRows.keySet())
                .flatMap(Set::stream);
    }

    private static <V> Map<String, V> with(Map<String, V> some, String name, V value) {
        Map<String, V> more = new HashMap<>(some);
        more.put(name, value);
        return more;
    }
}
