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
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.PathMessage;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.directory.Hub;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.process.ResponsePath;

@ApplicationScoped
public class HubMoveService {

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final ResponsePath path;
    private final Directory directory;
    private final UpdateCompletion updateCompletion;

    HubMoveService(
            ConcernAccess concernAccess,
            Transactions transactions,
            ResponsePath path,
            Directory directory,
            UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.path = path;
        this.directory = directory;
        this.updateCompletion = updateCompletion;
    }

    /** Proposes another hub for the children of a part. The present hub is responsible until the other accepts. */
    public ConcernStatus proposeMove(Officer officer, Reference reference, MoveProposal proposal) {
        return transactions.inNewTransaction(() -> {
            ConcernUpdate update = concernAccess.forUpdate(officer, Act.TRIAGE, reference);
            Concern concern = update.concern();
            update.requireOpen();
            Part part = concern.parts().stream()
                    .filter(each -> each.number() == proposal.part())
                    .findFirst()
                    .orElseThrow(() -> RequestRefusedException.conflict(
                            "This concern has no such part. See where it stands first."));
            Hub to = directory.hubsServing(BusinessClock.dateOf(update.now())).stream()
                    .filter(hub -> hub.id().equals(proposal.toHub()))
                    .findFirst()
                    .orElseThrow(() -> RequestRefusedException.conflict("No hub of this name is at work today."));
            if (!concernAccess.actsAt(update, part.hub())) {
                throw RequestRefusedException.notAllowed(
                        "Only the hub that answers for these children can ask another to.");
            }
            if (part.hub().equals(to.id())) {
                throw RequestRefusedException.conflict("These children are with that hub already.");
            }
            if (part.proposedMove().isPresent()) {
                throw RequestRefusedException.conflict("Another hub is being asked already. It has to answer first.");
            }
            part.proposeMove(to.id());
            update.record(
                    Kind.MOVED,
                    Step.HUB_ACCEPTANCE.id(),
                    String.valueOf(part.number()),
                    "%s is asked to answer for the children of part %d.".formatted(to.name(), part.number()),
                    proposal);
            path.tell(reference, PathMessage.HUB_MOVE_PROPOSED, String.valueOf(part.number()));
            return updateCompletion.complete(update);
        });
    }
}
