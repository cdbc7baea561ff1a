package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.path.SituationAssembler;
import org.teestriage.casework.triage.effect.StepContext;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Reference;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Step;
import org.teestriage.decision.Verdict;
import org.teestriage.directory.Directory;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.StepVersion;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
class DecidableSteps {

    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final StepAccess stepAccess;
    private final ConcernAccess concernAccess;
    private final Directory directory;
    private final Notes notes;
    private final Timeline timeline;
    private final SituationAssembler situationAssembler;

    DecidableSteps(
            WaitingSteps waiting,
            DecidedSteps decided,
            StepAccess stepAccess,
            ConcernAccess concernAccess,
            Directory directory,
            Notes notes,
            Timeline timeline,
            SituationAssembler situationAssembler) {
        this.waiting = waiting;
        this.decided = decided;
        this.stepAccess = stepAccess;
        this.concernAccess = concernAccess;
        this.directory = directory;
        this.notes = notes;
        this.timeline = timeline;
        this.situationAssembler = situationAssembler;
    }

    /** Returns the act that a decision requires. Referrers may decide only the written concern. */
    static Act act(Step step) {
        return step == Step.WRITTEN_CONCERN ? Act.TELL : Act.WORK;
    }

    StepContext require(ConcernUpdate update, Step step, String item) {
        Officer officer = update.officer();
        WaitingStep open = waiting.find(update.concern().reference(), step, item)
                .filter(found -> act(step) == Act.TELL || stepAccess.maySeeInTriagedConcern(officer, found))
                .orElseThrow(() -> notOpen(update, step, item));
        requireDecidableBy(update, open);
        return new StepContext(update, open, round(open), situationAssembler.of(update, open));
    }

    private int round(WaitingStep step) {
        return decided.latest(new Reference(step.reference()), step.step(), step.item())
                        .map(DecidedStep::round)
                        .orElse(0)
                + 1;
    }

    private RequestRefusedException notOpen(ConcernUpdate update, Step step, String item) {
        Reference reference = update.concern().reference();
        Redaction redaction = concernAccess.redaction(update.officer(), update.concern());
        return decided.latest(reference, step, item)
                .filter(last -> !redaction.hides(step))
                .map(last -> RequestRefusedException.conflict("%s was already decided by %s, %s. Nothing has changed."
                        .formatted(
                                step.title(),
                                redaction.person(last.decidedByName()),
                                LondonTime.when(last.decidedAt()))))
                .orElseGet(() -> RequestRefusedException.conflict(
                        "%s is not open for this concern now. See where it stands first.".formatted(step.title())));
    }

    private void requireDecidableBy(ConcernUpdate update, WaitingStep step) {
        Officer officer = update.officer();
        if (step.step() == Step.WRITTEN_CONCERN && officer.is(Role.REFERRER)) {
            return;
        }
        if (!concernAccess.actsAt(update, step.hub())) {
            throw RequestRefusedException.notAllowed("This step waits at %s, not at your hub."
                    .formatted(directory.hub(step.hub()).name()));
        }
        if (!StepAccess.takes(officer, step, concernAccess.facts(update.concern()))) {
            throw RequestRefusedException.notAllowed(StepAccess.WAITS_FOR_THE_HUB);
        }
        if (step.step().isForAManager() && !officer.is(Role.MANAGER)) {
            throw RequestRefusedException.notAllowed("This step is a manager's.");
        }
        if (stepAccess.isKeptFrom(officer, step)) {
            throw RequestRefusedException.conflict(
                    "%s has claimed this step. Ask them to release it, or a manager to reassign it."
                            .formatted(step.claimedByName().orElse("A colleague")));
        }
    }

    /**
     * Refuses a decision that would overwrite or follow what its decider has not seen. Danger is never refused for that:
     * a decision that raises it stands whatever else was decided.
     *
     * @param sent the version as the client sent it
     * @throws RequestRefusedException if a version is required and missing, or is not that of the step now
     */
    void requireSeen(ConcernUpdate update, WaitingStep step, @Nullable String sent, Verdict verdict) {
        boolean danger =
                verdict instanceof Verdict.Ruling ruling && ruling.happenings().contains(PathMessage.DANGER_RAISED);
        if (danger || !step.step().restsOnOthers()) {
            return;
        }
        StepVersion seen = StepVersion.read(sent)
                .orElseThrow(() -> RequestRefusedException.unseen(
                        "NOT submitted. Send the version of the step that you read, as it stands with the open step of"
                                + " the concern, in the header If-Match. Then nothing that another person decided meanwhile"
                                + " is overwritten. If a child is in danger now, call 999."));
        Reference reference = update.concern().reference();
        List<Note> added = notes.of(reference);
        StepVersion now = StepVersion.of(step, added.size(), decided.of(reference));
        if (!seen.equals(now)) {
            throw RequestRefusedException.overtaken(
                    "NOT submitted, and nothing is overwritten. %s Read the concern again,"
                                    .formatted(since(update, step, added, seen))
                            + " then decide with the version that the step has now. If a child is in danger now, call 999.");
        }
    }

    private String since(ConcernUpdate update, WaitingStep step, List<Note> added, StepVersion seen) {
        Redaction redaction = concernAccess.redaction(update.officer(), update.concern());
        List<String> sentences = new ArrayList<>();
        StepVersion.restedOn(step, decided.of(update.concern().reference())).stream()
                .skip(seen.decisions())
                .map(each -> "Since you read it, %s was decided by %s, %s: %s"
                        .formatted(
                                each.step().title(),
                                redaction.person(each.decidedByName()),
                                LondonTime.when(each.decidedAt()),
                                ruling(update, each, redaction)))
                .forEach(sentences::add);
        if (added.size() > seen.additions()) {
            sentences.add("Since you read it, %d addition%s came to the concern."
                    .formatted(added.size() - seen.additions(), added.size() - seen.additions() == 1 ? "" : "s"));
        }
        return sentences.isEmpty() ? "Since you read it, this step was opened again." : String.join(" ", sentences);
    }

    /** What the timeline says of a decision. */
    private String ruling(ConcernUpdate update, DecidedStep decision, Redaction redaction) {
        return timeline.read(update.concern().reference().value()).stream()
                .map(line -> line.link())
                .filter(link -> link.kind() == Kind.DECIDED
                        && decision.step().id().equals(link.step())
                        && decision.item().equals(link.item()))
                .skip(decision.round() - 1L)
                .findFirst()
                .map(link -> redaction.text(link.sentence()))
                .orElse("");
    }
}
