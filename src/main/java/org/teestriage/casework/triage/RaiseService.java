package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.path.ObligationAssessment;
import org.teestriage.casework.path.PathInputs;
import org.teestriage.casework.restriction.Restrictions;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.TelephoneCall;
import org.teestriage.concern.facts.Urgency;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;

@ApplicationScoped
public class RaiseService {

    private static final Duration CALL_AT_MOST_AGO = Duration.ofDays(7);

    private final ConcernAccess concernAccess;
    private final RepeatableRequests repeatableRequests;
    private final Transactions transactions;
    private final PathInputs pathInputs;
    private final Restrictions restrictions;
    private final ObligationAssessment obligationAssessment;
    private final UpdateCompletion updateCompletion;
    private final NewConcerns newConcerns;

    RaiseService(
            ConcernAccess concernAccess,
            RepeatableRequests repeatableRequests,
            Transactions transactions,
            PathInputs pathInputs,
            Restrictions restrictions,
            ObligationAssessment obligationAssessment,
            UpdateCompletion updateCompletion,
            NewConcerns newConcerns) {
        this.concernAccess = concernAccess;
        this.repeatableRequests = repeatableRequests;
        this.transactions = transactions;
        this.pathInputs = pathInputs;
        this.restrictions = restrictions;
        this.obligationAssessment = obligationAssessment;
        this.updateCompletion = updateCompletion;
        this.newConcerns = newConcerns;
    }

    /** Stores a concern and starts its path. A retry with the same key creates no second concern. */
    public ConcernStatus raise(Officer officer, Facts facts, @Nullable String key) {
        ConcernAccess.requireRole(officer, Act.RAISE);
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "raise", facts), () -> takeIn(officer, facts));
    }

    /** Returns the concern that was raised with an idempotency key. */
    public Optional<Reference> raisedUnder(Officer officer, String key) {
        return repeatableRequests.referenceUnder(officer, key);
    }

    private ConcernStatus takeIn(Officer officer, Facts facts) {
        Instant now = concernAccess.now();
        Instant receivedAt = receivedAt(facts.call(), now);
        ConcernUpdate update = newConcerns.store(officer, facts, receivedAt);
        Concern concern = update.concern();
        pathInputs.rate(update);
        restrictions.deduce(update);
        obligationAssessment.after(update, () -> pathInputs.begin(concern, newConcerns.firstRoutes(concern, now)));
        Urgency urgency = facts.overallUrgency();
        if (urgency.saysDanger()) {
            pathInputs.danger(update, receivedAt, "The referrer says that a child is in danger.", urgency);
        }
        return updateCompletion.complete(update);
    }

    private static Instant receivedAt(@Nullable TelephoneCall call, Instant now) {
        if (call == null) {
            return now;
        }
        if (call.at().isBefore(now.minus(CALL_AT_MOST_AGO))) {
            throw RequestRefusedException.conflict("The call is said to be more than seven days ago. Check its time; a"
                    + " concern older than that is raised in writing.");
        }
        return call.at().isAfter(now) ? now : call.at();
    }

    public boolean isEmpty() {
        return transactions.inNewTransaction(() -> newConcerns.isFirst());
    }
}
