package org.teestriage.casework.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.workflow.process.StepGraph;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
class PathViewAssembler {

    private final ConcernStatusAssembler concernStatusAssembler;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final StepGraph stepGraph;
    private final StatusSentences sentences;

    PathViewAssembler(
            ConcernStatusAssembler concernStatusAssembler,
            WaitingSteps waiting,
            DecidedSteps decided,
            StepGraph stepGraph,
            Directory directory) {
        this.concernStatusAssembler = concernStatusAssembler;
        this.waiting = waiting;
        this.decided = decided;
        this.stepGraph = stepGraph;
        this.sentences = new StatusSentences(directory);
    }

    PathView of(ConcernReading sight, Instant now) {
        Reference reference = sight.concern().reference();
        Redaction redaction = sight.redaction();
        List<DecidedStep> done = decided.of(reference);
        List<WaitingStep> open = waiting.of(reference).stream()
                .filter(step -> !redaction.hides(step.step()))
                .toList();
        EnumSet<Step> openSteps = EnumSet.noneOf(Step.class);
        open.forEach(step -> openSteps.add(step.step()));
        Set<Step> ahead = stepGraph.after(openSteps);
        return new PathView(
                reference,
                sentences.sentence(sight.concern(), open, done),
                done.stream()
                        .filter(step -> !redaction.hides(step.step()))
                        .map(step -> concernStatusAssembler.doneStep(step, redaction))
                        .toList(),
                open.stream()
                        .map(step -> concernStatusAssembler.openStep(step, sight.concern(), now))
                        .toList(),
                ahead.stream()
                        .filter(step -> !openSteps.contains(step) && !redaction.hides(step))
                        .map(step -> new PathView.ToCome(step.id(), step.title()))
                        .toList());
    }
}
