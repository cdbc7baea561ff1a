package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.breakglass.BreakGlassGrant;
import org.teestriage.casework.breakglass.BreakGlassGrants;
import org.teestriage.concern.ChildItem;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.deadline.Deadline;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.letter.LetterWriter;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.obligation.ObligationKind;
import org.teestriage.workflow.obligation.Obligations;
import org.teestriage.workflow.process.StepRef;
import org.teestriage.workflow.step.CountedDeadline;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Keeps the rows of the queue equal to the open tasks of the engine. */
@ApplicationScoped
class StepQueue {

    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final Obligations obligations;
    private final BreakGlassGrants breakGlassGrants;
    private final Directory directory;
    private final LetterWriter letterWriter;
    private final Timeline timeline;

    StepQueue(
            WaitingSteps waiting,
            DecidedSteps decided,
            Obligations obligations,
            BreakGlassGrants breakGlassGrants,
            Directory directory,
            LetterWriter letterWriter,
            Timeline timeline) {
        this.waiting = waiting;
        this.decided = decided;
        this.obligations = obligations;
        this.breakGlassGrants = breakGlassGrants;
        this.directory = directory;
        this.letterWriter = letterWriter;
        this.timeline = timeline;
    }

    /** Details of the {@code OPENED} timeline entry. */
    record Opened(Instant due, String howDue, String rule) {}

    /** Details of the {@code WARNED} and {@code BREACHED} timeline entries. {@code with} is the claimant's name. */
    record Late(Instant due, String howDue, String with) {}

    /** The step's opening time must equal the time of its timeline entry. */
    void open(Concern concern, StepRef place, String task, CountedDeadline counted, Instant now) {
        Hub hub = hub(concern, place);
        waiting.add(new WaitingStep(task, place, hub.id(), concern, now, counted, whoDid(place)));
        Deadline deadline = counted.deadline();
        ObligationKind.of(step(place))
                .ifPresent(kind ->
                        obligations.opened(place.reference(), kind, place.item(), concern.factsRevision(), now));
        record(
                concern,
                Kind.OPENED,
                place,
                "Waits for %s: %s.".formatted(hub.name(), step(place).title()),
                new Opened(deadline.due(), deadline.explanation(), deadline.policy()),
                now);
    }

    void close(String task) {
        waiting.remove(task);
    }

    void warn(Concern concern, StepRef place, Instant now) {
        open(place).filter(step -> !step.warned()).ifPresent(step -> {
            step.warn();
            late(concern, Kind.WARNED, place, "Due soon and not done: %s.", step, now);
        });
    }

    void breach(Concern concern, StepRef place, Instant now) {
        open(place).filter(step -> !step.breached()).ifPresent(step -> {
            step.breach();
            late(concern, Kind.BREACHED, place, "Overdue, raised to the manager: %s.", step, now);
        });
    }

    /** A step that was brought to another model has new timers, and its marks. */
    private Optional<WaitingStep> open(StepRef place) {
        return waiting.find(place.reference(), step(place), place.item());
    }

    private void late(Concern concern, Kind kind, StepRef place, String sentence, WaitingStep step, Instant now) {
        record(
                concern,
                kind,
                place,
                sentence.formatted(step.step().title()),
                new Late(step.due(), step.explanation(), step.claimedByName().orElse("no one")),
                now);
        // Flushes while the engine knows the timer's concern: an error at commit would be logged without it.
        timeline.flush();
    }

    private void record(Concern concern, Kind kind, StepRef place, String sentence, Object details, Instant now) {
        timeline.appendByPath(concern, now, new TimelineEvent(kind, place.element(), place.item(), sentence, details));
    }

    private @Nullable String whoDid(StepRef place) {
        return switch (step(place)) {
            case SECOND_READING ->
                decided.latest(place.reference(), Step.THRESHOLD_DECISION, place.item())
                        .map(DecidedStep::decidedBy)
                        .orElse(null);
            case BREAK_GLASS_REVIEW ->
                breakGlassGrants
                        .find(place.reference(), place.item())
                        .map(BreakGlassGrant::user)
                        .orElse(null);
            default -> null;
        };
    }

    /**
     * Returns the hub of the step's part: the proposed hub for an acceptance, the first part's for the whole concern.
     */
    Hub hub(Concern concern, StepRef place) {
        Part part =
                switch (step(place).item()) {
                    case PART -> concern.part(Integer.parseInt(place.item()));
                    case CHILD -> concern.partOfChild(ChildItem.of(place.item()).child());
                    case LETTER -> letterWriter.partOf(concern, place.item());
                    case NONE, SUSPECT, ACCOUNT, INFORMATION, GLASS -> concern.leadingPart();
                };
        return directory.hub(
                step(place) == Step.HUB_ACCEPTANCE ? part.proposedMove().orElseThrow() : part.hub());
    }

    static Step step(StepRef place) {
        return Step.of(place.element()).orElseThrow(() -> new IllegalStateException(place.element() + " is no step"));
    }
}
