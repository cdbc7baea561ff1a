package org.teestriage.casework.queue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;

/**
 * A step of a concern, chosen for an assignment.
 *
 * @param item the number of the child or part; empty if the step is not repeated
 */
public record ChosenStep(Reference reference, Step step, String item) {

    private static final Pattern WRITTEN = Pattern.compile("([^/]{1,20})/([a-z-]{1,50})/([0-9]{0,4})");

    /** Reads the form that {@link #toString} writes. */
    public static Optional<ChosenStep> find(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Reference.find(matcher.group(1)).flatMap(reference -> Step.of(matcher.group(2))
                        .map(step -> new ChosenStep(reference, step, matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return reference + "/" + step.id() + "/" + item;
    }
}
