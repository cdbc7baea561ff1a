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
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.triage.effect.DecisionEffects;
import org.teestriage.casework.triage.effect.StepContext;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Step;
import org.teestriage.decision.Verdict;
import org.teestriage.directory.Directory;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Makes decisions at open steps: each in one transaction, which changes everything or nothing. */
@ApplicationScoped
public class DecisionService {

    private final ConcernAccess concernAccess;
    private final StepAccess stepAccess;
    private final Transactions transactions;
    private final PathInputs pathInputs;
    private final DecisionEffects decisionEffects;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final ResponsePath path;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final Directory directory;

    DecisionService(
            ConcernAccess concernAccess,
            StepAccess stepAccess,
            Transactions transactions,
            PathInputs pathInputs,
            DecisionEffects decisionEffects,
            WaitingSteps waiting,
            DecidedSteps decided,
            ResponsePath path,
            ConcernStatusAssembler concernStatusAssembler,
            Directory directory) {
        this.concernAccess = concernAccess;
        this.stepAccess = stepAccess;
        this.transactions = transactions;
        this.pathInputs = pathInputs;
        this.decisionEffects = decisionEffects;
        this.waiting = waiting;
        this.decided = decided;
        this.path = path;
        this.concernStatusAssembler = concernStatusAssembler;
        this.directory = directory;
    }

    /** Makes a decision at an open step. The item is empty for a step that stands once for the whole concern. */
    public ConcernStatus decide(Officer officer, Reference reference, String item, Decision decision) {
        Act act = decision.step() == Step.WRITTEN_CONCERN ? Act.TELL : Act.TRIAGE;
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, act, reference);
            WaitingStep step = waiting.find(reference, decision.step(), item)
                    .filter(open -> act == Act.TELL || stepAccess.maySeeOfTheirs(officer, open))
                    .orElseThrow(() -> notOpen(update, decision.step(), item));
            requireTheirs(officer, step);
            StepContext context = new StepContext(update, step, round(step), pathInputs.situation(update, step));
            decisionEffects.check(decision, context);
            Verdict verdict = decision.ruleOn(context.situation());
            if (verdict instanceof Verdict.Refusal refusal) {
                throw RequestRefusedException.conflict(refusal.sentence());
            }
            carryOut(context, decision, (Verdict.Ruling) verdict);
            return concernStatusAssembler.of(update);
        });
    }

    private int round(WaitingStep step) {
        return decided.latest(new Reference(step.reference()), step.step(), step.item())
                        .map(DecidedStep::round)
                        .orElse(0)
                + 1;
    }

    private void carryOut(StepContext context, Decision decision, Verdict.Ruling ruling) {
        ConcernUpdate update = context.update();
        WaitingStep step = context.step();
        Concern concern = update.concern();
        Officer officer = update.officer();
        if (!officer.is(Role.REFERRER)) {
            concern.takenUp(update.now());
        }
        decided.add(new DecidedStep(step, context.round(), decision, officer.user(), officer.name(), update.now()));
        update.record(Kind.DECIDED, step.step().id(), step.item(), ruling.sentence(), decision);
        decisionEffects.apply(decision, context);
        path.complete(
                step.task(),
                pathInputs.onward(concern, ruling.routes(), decision.referredChildren(context.situation())));
        if (ruling.happenings().contains(PathMessage.DANGER_RAISED)) {
            pathInputs.danger(update, ruling.sentence(), decision);
        }
        if (!concern.open()) {
            update.record(Kind.CLOSED, "The path has ended.", concern.reference());
        }
    }

    private RequestRefusedException notOpen(ConcernUpdate update, Step step, String item) {
        Redaction redaction = concernAccess.redaction(update.officer(), update.concern());
        return decided.latest(update.concern().reference(), step, item)
                .filter(last -> !redaction.hides(step))
                .map(last -> RequestRefusedException.conflict("%s was already decided by %s, %s. Nothing has changed."
                        .formatted(
                                step.title(),
                                redaction.person(last.decidedByName()),
                                LondonTime.when(last.decidedAt()))))
                .orElseGet(() -> RequestRefusedException.conflict(
                        "%s is not open for this concern now. See where it stands first.".formatted(step.title())));
    }

    private void requireTheirs(Officer officer, WaitingStep step) {
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
