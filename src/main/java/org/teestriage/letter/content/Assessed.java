package org.teestriage.letter.content;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The threshold decision about one child.
 *
 * @param level the level of need, and the document that it cites
 */
public record Assessed(
        List<String> outcomes,
        String rationale,
        @Nullable String level,
        @Nullable NotShared notShared,
        @Nullable ContactPlan contactPlan) {

    /** From whom information was kept, and why. */
    public record NotShared(String from, String because) {}

    /** What becomes of contact with a looked-after child, and why. */
    public record ContactPlan(String contact, String because) {}

    public Assessed {
        outcomes = List.copyOf(outcomes);
    }

    /** For a child without a threshold decision. */
    public static Assessed notYet() {
        return new Assessed(List.of(), "", null, null, null);
    }

    /** With each text that a person typed as it is shown to a reader. */
    Assessed shown(UnaryOperator<String> text) {
        return new Assessed(
                outcomes,
                text.apply(rationale),
                level,
                notShared == null ? null : new NotShared(text.apply(notShared.from()), text.apply(notShared.because())),
                contactPlan == null ? null : new ContactPlan(contactPlan.contact(), text.apply(contactPlan.because())));
    }
}
