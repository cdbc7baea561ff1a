package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernStatus.Status;
import org.teestriage.concern.Concern;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps.Made;
import org.teestriage.workflow.step.WaitingStep;

record StatusSentences(Directory directory) {

    /** What the status of a concern follows from, besides its decisions. */
    record Standing(boolean open, @Nullable Instant reopenedAt, boolean duplicate, int parts) {}

    static Status status(Concern concern, List<DecidedStep> done) {
        return status(
                new Standing(
                        concern.open(),
                        concern.reopenedAt().orElse(null),
                        concern.duplicateOf().isPresent(),
                        concern.parts().size()),
                done.stream()
                        .map(step -> new Made(step.step(), step.item(), step.decidedAt()))
                        .toList());
    }

    static Status status(Standing standing, List<Made> done) {
        if (standing.duplicate()) {
            return Status.LINKED_AS_DUPLICATE;
        }
        if (!standing.open()) {
            return Status.CLOSED;
        }
        // Decisions and feedback from before a reopening do not count.
        Instant reopened = standing.reopenedAt();
        List<Made> since = done.stream()
                .filter(made -> reopened == null || !made.at().isBefore(reopened))
                .toList();
        long told = since.stream()
                .filter(made -> made.step() == Step.REFERRER_FEEDBACK)
                .map(Made::item)
                .distinct()
                .count();
        if (told >= standing.parts()) {
            return Status.DECIDED;
        }
        return since.stream().noneMatch(made -> made.step().isOnThePath()) ? Status.RECEIVED : Status.BEING_DECIDED;
    }

    /** The status in one sentence. {@code open} contains only the steps that the reader may see. */
    String sentence(Concern concern, List<WaitingStep> open, List<DecidedStep> done) {
        return switch (status(concern, done)) {
            case LINKED_AS_DUPLICATE, CLOSED -> outline(concern, done);
            case RECEIVED, BEING_DECIDED, DECIDED ->
                received(concern)
                        + open.stream()
                                .filter(step -> step.step().isOnThePath())
                                .findFirst()
                                .map(next ->
                                        "Next: %s, due %s.".formatted(toDo(next.step()), LondonTime.when(next.due())))
                                .orElse(
                                        "Waiting for a hub to open, for what is not yours to see, or for a hold to end.");
        };
    }

    /** Names no steps. After the first decision, a step in the queue also reads as being decided. */
    String outline(Concern concern, List<DecidedStep> done) {
        return received(concern)
                + switch (status(concern, done)) {
                    case LINKED_AS_DUPLICATE -> "Linked to another concern about the same matter, where it goes on.";
                    case CLOSED ->
                        "Closed %s."
                                .formatted(
                                        concern.closedAt().map(LondonTime::when).orElse(""));
                    case RECEIVED -> "The hub has not decided anything yet.";
                    case BEING_DECIDED -> "The hub is deciding what happens next.";
                    case DECIDED -> "The hub has decided and told the referrer.";
                };
    }

    private String received(Concern concern) {
        return "Received %s by %s. "
                .formatted(
                        LondonTime.when(concern.receivedAt()),
                        concern.parts().stream()
                                .map(part -> directory.hub(part.hub()).name())
                                .distinct()
                                .collect(Collectors.joining(" and ")));
    }

    /** The step as a task. The title "emergency call" would read as if a call were in progress. */
    private static String toDo(Step step) {
        if (step == Step.EMERGENCY_CALL) {
            return "make sure that 999 was called, and record it";
        }
        String title = step.title();
        return title.startsWith("CEOP") ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
