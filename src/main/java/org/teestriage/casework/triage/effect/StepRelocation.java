package org.teestriage.casework.triage.effect;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.Part;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.letter.LetterWriter;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
class StepRelocation {

    private final Directory directory;
    private final LetterWriter letterWriter;
    private final WaitingSteps waiting;

    StepRelocation(Directory directory, LetterWriter letterWriter, WaitingSteps waiting) {
        this.directory = directory;
        this.letterWriter = letterWriter;
        this.waiting = waiting;
    }

    /** Moves the open steps of the part, its children and its letters; the leading part's include the whole concern's. */
    void move(ConcernUpdate update, Part part) {
        String hub = part.hub();
        waiting.of(update.concern().reference()).stream()
                // A hub acceptance belongs to the proposed hub, wherever the children are.
                .filter(step ->
                        step.step() != Step.HUB_ACCEPTANCE && !step.hub().equals(hub))
                .filter(step -> switch (step.step().item()) {
                    case PART -> step.item().equals(String.valueOf(part.number()));
                    case CHILD ->
                        part.children().contains(ChildItem.of(step.item()).child());
                    case LETTER ->
                        letterWriter.partOf(update.concern(), step.item()).number() == part.number();
                    case NONE, SUSPECT, ACCOUNT, INFORMATION, GLASS ->
                        part == update.concern().leadingPart();
                })
                .forEach(step -> {
                    if (step.claimedBy().isPresent()) {
                        update.record(
                                Kind.RELEASED,
                                step.step().id(),
                                step.item(),
                                "Back in the queue, at %s: %s."
                                        .formatted(
                                                directory.hub(hub).name(),
                                                step.step().title()),
                                hub);
                    }
                    step.moveTo(hub);
                });
    }
}
