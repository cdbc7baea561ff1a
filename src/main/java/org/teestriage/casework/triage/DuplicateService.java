package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Step;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.obligation.Obligations;
import org.teestriage.workflow.process.ResponsePath;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
public class DuplicateService {

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final WaitingSteps waiting;
    private final Obligations obligations;
    private final Outbox outbox;
    private final ResponsePath path;
    private final UpdateCompletion updateCompletion;

    DuplicateService(
            ConcernAccess concernAccess,
            Transactions transactions,
            WaitingSteps waiting,
            Obligations obligations,
            Outbox outbox,
            ResponsePath path,
            UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.waiting = waiting;
        this.obligations = obligations;
        this.outbox = outbox;
        this.path = path;
        this.updateCompletion = updateCompletion;
    }

    /** Closes a concern as a duplicate of another. Requires a manager. Refused while an emergency call step is open. */
    public ConcernStatus withdraw(Officer officer, Reference reference, DuplicateRequest withdrawal) {
        return transactions.inNewTransaction(() -> {
            ConcernAccess.PairUpdate pair =
                    concernAccess.forUpdateWith(officer, Act.MANAGE, reference, withdrawal.duplicateOf());
            ConcernUpdate update = pair.update();
            Concern concern = update.concern();
            update.requireOpen();
            if (reference.equals(withdrawal.duplicateOf())) {
                throw RequestRefusedException.conflict("A concern is no duplicate of itself.");
            }
            if (!pair.other().open()) {
                throw RequestRefusedException.conflict(
                        "The other concern is closed: no one would work on this one any more.");
            }
            if (waiting.find(reference, Step.EMERGENCY_CALL, "").isPresent()) {
                throw RequestRefusedException.conflict(
                        "An emergency call is open here. Call 999 and record the call first.");
            }
            path.tell(reference, PathMessage.DUPLICATE_WITHDRAWN, "");
            // Proposed moves and letters end, because no step for them is left, and reports wait. A reopening starts
            // all
            // anew.
            obligations.closeSteps(reference);
            concern.parts().forEach(Part::returnMove);
            outbox.withdraw(reference, update.now());
            concern.withdrawAsDuplicateOf(withdrawal.duplicateOf(), update.now());
            update.record(
                    Kind.WITHDRAWN,
                    "Withdrawn as a duplicate; linked to %s.".formatted(withdrawal.duplicateOf()),
                    withdrawal);
            return updateCompletion.complete(update);
        });
    }
}
