package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.casework.breakglass.BreakGlassGrant;
import org.teestriage.casework.breakglass.BreakGlassGrants;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Part;
import org.teestriage.deadline.Deadline;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.CeopDecision;
import org.teestriage.decision.PlatformDecision;
import org.teestriage.decision.Report;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.letter.LetterWriter;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.workflow.process.ProcessCallbacks;
import org.teestriage.workflow.process.StepRef;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Stands by the path while a token moves: counts deadlines, keeps the queue, posts letters, and writes down what nobody did. */
@ApplicationScoped
class ProcessCallbackHandler implements ProcessCallbacks {

    private final Concerns concerns;
    private final ConcernAccess concernAccess;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final BreakGlassGrants breakGlassGrants;
    private final Directory directory;
    private final DeadlineRules deadlineRules;
    private final Deadlines deadlines;
    private final LetterWriter letterWriter;
    private final Timeline timeline;

    ProcessCallbackHandler(
            Concerns concerns,
            ConcernAccess concernAccess,
            WaitingSteps waiting,
            DecidedSteps decided,
            BreakGlassGrants breakGlassGrants,
            Directory directory,
            DeadlineRules deadlineRules,
            Deadlines deadlines,
            LetterWriter letterWriter,
            Timeline timeline) {
        this.concerns = concerns;
        this.concernAccess = concernAccess;
        this.waiting = waiting;
        this.decided = decided;
        this.breakGlassGrants = breakGlassGrants;
        this.directory = directory;
        this.deadlineRules = deadlineRules;
        this.deadlines = deadlines;
        this.letterWriter = letterWriter;
        this.timeline = timeline;
    }

    @Override
    public Deadline deadline(StepRef place) {
        Concern concern = concern(place);
        return deadlines.opening(concern, step(place), place.item(), hub(concern, place), concernAccess.now());
    }

    @Override
    public Instant nextOpening(StepRef place) {
        return deadlineRules
                .hubClock(directory.hub(concern(place).part(1).hub()).hours())
                .nextOpening(concernAccess.now());
    }

    @Override
    public Instant holdEnds(StepRef place) {
        DecidedStep held =
                decided.latest(place.reference(), step(place), place.item()).orElseThrow();
        Report report = step(place) == Step.CEOP_DECISION
                ? held.decision(CeopDecision.class).report()
                : held.decision(PlatformDecision.class).report();
        Instant until = report.heldUntil();
        if (until == null) {
            throw new IllegalStateException("a hold without an end");
        }
        return until;
    }

    @Override
    public void opened(StepRef place, String task) {
        Concern concern = concern(place);
        Hub hub = hub(concern, place);
        Deadline deadline = deadline(place);
        // One moment for both: by it the queue finds the entry that tells of a step.
        Instant now = concernAccess.now();
        waiting.add(new WaitingStep(task, place, hub.id(), concern, now, deadline, whoDid(place)));
        timeline.append(
                concern,
                Signature.THE_PATH,
                now,
                new TimelineEvent(
                        TimelineEvent.Kind.OPENED,
                        place.element(),
                        place.item(),
                        "Waits for %s: %s.".formatted(hub.name(), step(place).title()),
                        new Opened(deadline.due(), deadline.explanation(), deadline.policy())));
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

    /** What the timeline keeps of a step that opened: until when it is due, and how that was counted. */
    record Opened(Instant due, String howDue, String rule) {}

    @Override
    public void closed(String task) {
        waiting.remove(task);
    }

    @Override
    public void warned(StepRef place) {
        late(place, TimelineEvent.Kind.WARNED, "Due soon and not done: %s.");
    }

    @Override
    public void breached(StepRef place) {
        late(place, TimelineEvent.Kind.BREACHED, "Overdue, raised to the manager: %s.");
    }

    private void late(StepRef place, TimelineEvent.Kind kind, String sentence) {
        Concern concern = concern(place);
        waiting.find(place.reference(), step(place), place.item()).ifPresent(step -> {
            if (kind == TimelineEvent.Kind.WARNED) {
                step.warn();
            } else {
                step.breach();
            }
            timeline.append(
                    concern,
                    Signature.THE_PATH,
                    concernAccess.now(),
                    new TimelineEvent(
                            kind,
                            place.element(),
                            place.item(),
                            sentence.formatted(step.step().title()),
                            new Late(
                                    step.due(),
                                    step.explanation(),
                                    step.claimedByName().orElse("nobody"))));
        });
    }

    /** What the timeline keeps of a deadline that came near or passed. */
    record Late(Instant due, String howDue, String with) {}

    @Override
    public void letterDue(StepRef place) {
        letterWriter.write(concern(place), place, concernAccess.now());
    }

    /** Steps of a part wait at its hub, acceptance at the hub that is asked, and steps of the whole concern at the first part's. */
    private Hub hub(Concern concern, StepRef place) {
        Part part =
                switch (step(place).item()) {
                    case PART -> concern.part(Integer.parseInt(place.item()));
                    case CHILD -> concern.partOfChild(Integer.parseInt(place.item()));
                    case LETTER -> letterWriter.partOf(concern, place.item());
                    case NONE, SUSPECT, ACCOUNT, INFORMATION, GLASS -> concern.part(1);
                };
        return directory.hub(
                step(place) == Step.HUB_ACCEPTANCE ? part.proposedMove().orElseThrow() : part.hub());
    }

    /** Locked, because the timers come here without anybody having locked it before; for the others it costs nothing. */
    private Concern concern(StepRef place) {
        return concerns.findToChange(place.reference()).orElseThrow();
    }

    private static Step step(StepRef place) {
        return Step.of(place.element()).orElseThrow(() -> new IllegalStateException(place.element() + " is no step"));
    }
}
