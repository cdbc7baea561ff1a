package org.teestriage.casework.path;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.decision.Step;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterVisibility;
import org.teestriage.workflow.step.WaitingStep;

/** Open steps and unacknowledged letters of a concern, other than the step that is being decided. */
record OpenWork(Set<Step> steps, List<Letter> letters) {

    /** Leaves out steps beside the path and letters in a final state. */
    static OpenWork beside(WaitingStep decided, List<WaitingStep> waiting, List<Letter> letters) {
        return new OpenWork(
                waiting.stream()
                        .filter(other ->
                                other.step().isOnThePath() && !other.task().equals(decided.task()))
                        .map(WaitingStep::step)
                        .collect(Collectors.toSet()),
                letters.stream().filter(letter -> !letter.state().settled()).toList());
    }

    Set<Step> stepsShown(Redaction redaction) {
        return steps.stream().filter(step -> !redaction.hides(step)).collect(Collectors.toSet());
    }

    List<String> recipientsShown(Redaction redaction) {
        return letters.stream()
                .filter(letter -> !LetterVisibility.hidesExistence(redaction, letter))
                .map(Letter::partner)
                .toList();
    }

    boolean isPartlyHidden(Redaction redaction) {
        return steps.stream().anyMatch(redaction::hides)
                || letters.stream().anyMatch(letter -> LetterVisibility.hidesExistence(redaction, letter));
    }
}
