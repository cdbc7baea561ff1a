package org.teestriage.web.pages.form;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Child;
import org.teestriage.decision.wording.Choice;

/** The children of a concern as choices, by their numbers. Where there is only one, the question is left out. */
public final class ChildChoices {

    private ChildChoices() {}

    public static List<Choice> of(List<Child> children) {
        return IntStream.rangeClosed(1, children.size())
                .mapToObj(number -> of(number, number, children.get(number - 1).name()))
                .toList();
    }

    /** {@code value} stands for the child in the form, {@code number} on the page. */
    public static Choice of(int value, int number, @Nullable String name) {
        String label = "Child " + number;
        return new Choice(String.valueOf(value), name == null || name.isBlank() ? label : label + ", " + name);
    }

    /** Asks which children something is about. */
    public static Fitting asking(Fitting fitting, String field, List<Choice> children) {
        return children.size() > 1 ? fitting.choosing(field, children) : fitting.leavingOut(field);
    }
}
