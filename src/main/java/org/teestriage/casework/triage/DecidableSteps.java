package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Finds the open step that an officer may decide, or throws the refusal with its reason. */
@ApplicationScoped
class DecidableSteps {

    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final StepAccess stepAccess;
    private final ConcernAccess concernAccess;
    private final Directory directory;

    DecidableSteps(
            WaitingSteps waiting,
            DecidedSteps decided,
            StepAccess stepAccess,
            ConcernAccess concernAccess,
            Directory directory) {
        this.waiting = waiting;
        this.decided = decided;
        this.stepAccess = stepAccess;
        this.concernAccess = concernAccess;
        this.directory = directory;
    }

    /** Returns the act that a decision requires. Referrers may decide only the written concern. */
    static Act act(Step step) {
        return step == Step.WRITTEN_CONCERN ? Act.TELL : Act.TRIAGE;
    }

    WaitingStep require(ConcernUpdate update, Step step, String item) {
        Officer officer = update.officer();
        WaitingStep open = waiting.find(update.concern().reference(), step, item)
                .filter(found -> act(step) == Act.TELL || stepAccess.maySeeInTriagedConcern(officer, found))
                .orElseThrow(() -> notOpen(update, step, item));
        requireDecidableBy(officer, open);
        return open;
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

    private void requireDecidableBy(Officer officer, WaitingStep step) {
        if (step.step() == Step.WRITTEN_CONCERN && officer.is(Role.REFERRER)) {
            return;
        }
        if (!Access.sharesHub(officer, Set.of(step.hub()))) {
            throw RequestRefusedException.notAllowed("This step waits at %s, not at your hub."
                    .formatted(directory.hub(step.hub()).name()));
        }
        if (step.step().isForAManager() && !officer.is(Role.MANAGER)) {
            throw RequestRefusedException.notAllowed("This step is a manager's.");
        }
        if (step.claimedByAnother(officer.user())) {
            throw RequestRefusedException.conflict(
                    "%s has claimed this step. Ask them to release it, or a manager to reassign it."
                            .formatted(step.claimedByName().orElse("A colleague")));
        }
    }
}
