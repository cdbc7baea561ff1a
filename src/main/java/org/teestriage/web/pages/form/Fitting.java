package org.teestriage.web.pages.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.teestriage.decision.wording.Choice;

/** How a record's form is fitted to one page. The names are those of fields in the form, such as {@code report.kind}. */
public record Fitting(
        Map<String, List<Choice>> choices,
        Map<String, String> carried,
        Set<String> leftOut,
        Map<String, Enum<?>> answersLeftOut) {

    public static final Fitting NONE = new Fitting(Map.of(), Map.of(), Set.of(), Map.of());

    public Fitting {
        choices = Map.copyOf(choices);
        carried = Map.copyOf(carried);
        leftOut = Set.copyOf(leftOut);
        answersLeftOut = Map.copyOf(answersLeftOut);
    }

    /** What there is to choose from for a field that would otherwise be written. */
    public Fitting choosing(String name, List<Choice> from) {
        return new Fitting(with(choices, name, from), carried, leftOut, answersLeftOut);
    }

    /** A field that nobody is asked for: the page knows the answer, and it comes back with the form. */
    public Fitting carrying(String name, String value) {
        return new Fitting(choices, with(carried, name, value), leftOut, answersLeftOut);
    }

    /** A question that makes no sense here. */
    public Fitting leavingOut(String name) {
        Set<String> more = new HashSet<>(leftOut);
        more.add(name);
        return new Fitting(choices, carried, more, answersLeftOut);
    }

    /** An answer to choose that makes no sense here. */
    public Fitting leavingOut(String name, Enum<?> answer) {
        return new Fitting(choices, carried, leftOut, with(answersLeftOut, name, answer));
    }

    Stream<String> names() {
        return Stream.of(choices.keySet(), carried.keySet(), leftOut, answersLeftOut.keySet())
                .flatMap(Set::stream);
    }

    private static <V> Map<String, V> with(Map<String, V> some, String name, V value) {
        Map<String, V> more = new HashMap<>(some);
        more.put(name, value);
        return more;
    }
}
