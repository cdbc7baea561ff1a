package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.triage.effect.StepContext;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Decision;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.obligation.NotNeededRequest;
import org.teestriage.workflow.obligation.Obligation;
import org.teestriage.workflow.obligation.ObligationKind;
import org.teestriage.workflow.obligation.Obligations;
import org.teestriage.workflow.step.WaitingStep;

/** Requests to settle an obligation as not needed, where the rule wants a second person. Its step stays open meanwhile. */
@ApplicationScoped
class NotNeededRequests {

    private final Obligations obligations;

    NotNeededRequests(Obligations obligations) {
        this.obligations = obligations;
    }

    /** Records the request if this decision needs a second person, and returns whether it does. */
    boolean ask(StepContext context, Decision decision) {
        ConcernUpdate update = context.update();
        Optional<String> because = decision.needsSecondPerson(update.now());
        if (because.isEmpty()) {
            return false;
        }
        WaitingStep step = context.step();
        Obligation obligation = obligation(update, step)
                .orElseThrow(() -> new IllegalStateException(step.step() + " is open without an obligation"));
        obligation.openRequest().ifPresent(open -> {
            throw RequestRefusedException.conflict(
                    "%s asked this already, %s. Another person, a manager, decides it. Nothing has changed."
                            .formatted(open.askedByName(), LondonTime.when(open.askedAt())));
        });
        Officer officer = update.officer();
        obligation.ask(NotNeededRequest.of(officer.user(), officer.name(), update.now(), decision, because.get()));
        if (step.claimedBy().isPresent()) {
            update.record(
                    Kind.RELEASED,
                    step.step().id(),
                    step.item(),
                    "Back in the queue: %s.".formatted(step.step().title()),
                    step.hub());
        }
        step.askSecond(officer.name());
        update.record(
                Kind.SECOND_DECISION,
                step.step().id(),
                step.item(),
                "Said not to be needed, and waits for a second person: %s. %s"
                        .formatted(step.step().title(), sentence(because.get())),
                decision);
        return true;
    }

    /** Records what the second person decided, and returns the request. */
    NotNeededRequest decide(StepContext context, NotNeededAnswer answer) {
        ConcernUpdate update = context.update();
        WaitingStep step = context.step();
        Obligation obligation = obligation(update, step).orElseThrow(NotNeededRequests::notAsked);
        NotNeededRequest request = obligation
                .openRequest()
                .filter(open -> open.askedAt().equals(answer.askedAt()))
                .orElseThrow(NotNeededRequests::notAsked);
        if (request.askedBy().equals(update.officer().user())) {
            throw RequestRefusedException.notAllowed("You asked for this. Another manager has to decide it.");
        }
        obligation.decideRequest(update.officer().name(), update.now(), answer.agrees(), answer.rationale());
        step.endSecond();
        update.record(
                Kind.SECOND_DECISION,
                step.step().id(),
                step.item(),
                answer.agrees()
                        ? "The second person agreed: %s.".formatted(step.step().title())
                        : "The second person returned it with reasons: %s."
                                .formatted(step.step().title()),
                answer);
        return request;
    }

    private Optional<Obligation> obligation(ConcernUpdate update, WaitingStep step) {
        Reference reference = update.concern().reference();
        return ObligationKind.of(step.step()).flatMap(kind -> obligations.latest(reference, kind, step.item()));
    }

    private static RequestRefusedException notAsked() {
        return RequestRefusedException.conflict(
                "No second decision is asked for here as you read it. Read the concern again. Nothing has changed.");
    }

    private static String sentence(String because) {
        return Character.toUpperCase(because.charAt(0)) + because.substring(1) + ".";
    }
}
