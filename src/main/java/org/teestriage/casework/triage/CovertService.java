package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Covert;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.timeline.TimelineEvent.Kind;

/** Marks concerns of which the family, the person of concern and the referrer may be told nothing. */
@ApplicationScoped
public class CovertService {

    private final ConcernAccess concernAccess;
    private final RepeatableRequests repeatableRequests;
    private final AdditionEffects additionEffects;
    private final UpdateCompletion updateCompletion;

    CovertService(
            ConcernAccess concernAccess,
            RepeatableRequests repeatableRequests,
            AdditionEffects additionEffects,
            UpdateCompletion updateCompletion) {
        this.concernAccess = concernAccess;
        this.repeatableRequests = repeatableRequests;
        this.additionEffects = additionEffects;
        this.updateCompletion = updateCompletion;
    }

    /** Any staff of the hub may mark a concern; a manager lifts the mark. Partners who got a letter are told of either. */
    public ConcernStatus mark(Officer officer, Reference reference, CovertRequest request, @Nullable String key) {
        return repeatableRequests.answer(
                officer, new IdempotentRequests.Request(key, "covert " + reference, request), () -> {
                    ConcernUpdate update =
                            concernAccess.forUpdate(officer, request.covert() ? Act.WORK : Act.MANAGE, reference);
                    apply(update, request);
                    return updateCompletion.complete(update);
                });
    }

    private void apply(ConcernUpdate update, CovertRequest request) {
        Concern concern = update.concern();
        HubRecord.requireMayAdd(concernAccess, update, "that it is covert");
        if (concern.covert().isPresent() == request.covert()) {
            throw RequestRefusedException.conflict(
                    request.covert()
                            ? "This concern is marked as covert already. Read who asked for it on its page."
                            : "This concern is not marked as covert. A colleague may just have lifted the mark.");
        }
        if (request.askedBy() != null && request.covert()) {
            concern.markCovert(new Covert(
                    update.now(),
                    request.because(),
                    request.askedBy(),
                    update.officer().name()));
        } else {
            concern.noLongerCovert();
        }
        update.record(
                Kind.COVERT,
                request.covert()
                        ? "Marked as covert: the family, the person of concern and the referrer are told nothing."
                        : "No longer covert: people may be told.",
                request);
        additionEffects.assessWhatOvertakes(
                update, "Opened again, because partners have to learn whether people may be told.");
    }
}
