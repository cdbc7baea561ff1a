package org.teestriage.casework.path;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.decision.Situation.Open;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterVisibility;
import org.teestriage.platform.transaction.Missing;
import org.teestriage.workflow.step.WaitingStep;

/** Open steps and unacknowledged letters of a concern, other than the step that is being decided. */
record OpenWork(Set<Open> steps, List<Letter> letters) {

    /** Leaves out steps beside the path and letters in a final state. */
    static OpenWork beside(WaitingStep decided, List<WaitingStep> waiting, List<Letter> letters) {
        return new OpenWork(
                waiting.stream()
                        .filter(other ->
                                other.step().isOnThePath() && !other.task().equals(decided.task()))
                        .map(other -> new Open(other.step(), other.item()))
                        .collect(Collectors.toSet()),
                letters.stream().filter(letter -> !letter.state().settled()).toList());
    }

    Set<Open> stepsShown(Redaction redaction) {
        return steps.stream().filter(open -> !redaction.hides(open.step())).collect(Collectors.toSet());
    }

    List<Missing> recipientsShown(Redaction redaction) {
        return letters.stream()
                .filter(letter -> !LetterVisibility.hidesExistence(redaction, letter))
                .map(letter -> new Missing(letter.partner(), "letters/" + letter.number()))
                .toList();
    }

    boolean isPartlyHidden(Redaction redaction) {
        return steps.stream().anyMatch(open -> redaction.hides(open.step()))
                || letters.stream().anyMatch(letter -> LetterVisibility.hidesExistence(redaction, letter));
    }
}
