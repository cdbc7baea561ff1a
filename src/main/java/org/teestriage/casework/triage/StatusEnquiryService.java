package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.timeline.TimelineEvent.Kind;

@ApplicationScoped
public class StatusEnquiryService {

    private final ConcernAccess concernAccess;
    private final RepeatableRequests repeatableRequests;
    private final UpdateCompletion updateCompletion;

    StatusEnquiryService(
            ConcernAccess concernAccess, RepeatableRequests repeatableRequests, UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.repeatableRequests = repeatableRequests;
        this.updateCompletion = updateCompletion;
    }

    /**
     * Records the referrer's enquiry whether the hub has seen the concern, as often as the referrer asks. It stays open,
     * with the time of the first, until the hub claims or decides a step.
     */
    public ConcernStatus ask(Officer officer, Reference reference, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "ask " + reference, reference), () -> {
                    ConcernUpdate update = concernAccess.forUpdate(officer, Act.ASK, reference);
                    update.requireOpen();
                    boolean again = update.concern()
                            .asking()
                            .filter(asked -> asked.answeredAt() == null)
                            .isPresent();
                    update.concern().ask(update.now(), officer.name());
                    update.record(
                            Kind.ASKED,
                            again
                                    ? "The referrer asks again whether anyone has seen this."
                                    : "The referrer asks whether anyone has seen this.",
                            reference);
                    return updateCompletion.complete(update);
                });
    }
}
