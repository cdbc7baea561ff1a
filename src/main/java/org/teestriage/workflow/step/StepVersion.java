package org.teestriage.workflow.step;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.document.Sha256;

/**
 * What an open step rests on: changes when the step is opened again, when a user adds to the concern, and with each
 * decision that a decision of the step may overwrite or follow. Opaque to clients, who send it back with their decision.
 *
 * @param opening stands for one opening of the step
 * @param additions number of danger reports, further information and calls
 * @param decisions number of decisions that the step rests on
 */
public record StepVersion(String opening, int additions, int decisions) {

    private static final Pattern TEXT = Pattern.compile("\"?([0-9a-f]{8})-([0-9]{1,6})-([0-9]{1,6})\"?");
    private static final int LETTERS = 8;

    public static StepVersion of(WaitingStep step, int additions, List<DecidedStep> decided) {
        return new StepVersion(
                Sha256.of(step.task()).substring(0, LETTERS),
                additions,
                restedOn(step, decided).size());
    }

    /** The decisions that the step rests on, in the order in which they were made. */
    public static List<DecidedStep> restedOn(WaitingStep step, List<DecidedStep> decided) {
        return decided.stream()
                .filter(each -> step.step().restsOn(each.step(), each.item().equals(step.item())))
                .toList();
    }

    /** Reads a version as a client sends it, with or without the quotation marks of an entity tag. */
    public static Optional<StepVersion> read(@Nullable String text) {
        Matcher version = TEXT.matcher(text == null ? "" : text.strip());
        return version.matches()
                ? Optional.of(new StepVersion(
                        version.group(1), Integer.parseInt(version.group(2)), Integer.parseInt(version.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "%s-%d-%d".formatted(opening, additions, decisions);
    }
}
