package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.concern.Reference;
import org.teestriage.platform.transaction.IdempotentRequests;
import org.teestriage.platform.transaction.RequestRefusedException;

/** Idempotent changes of a concern. A retry returns the present status, limited to what its sender may see now. */
@ApplicationScoped
class RepeatableRequests {

    private final IdempotentRequests idempotentRequests;
    private final ConcernAccess concernAccess;
    private final ConcernStatusAssembler concernStatusAssembler;

    RepeatableRequests(
            IdempotentRequests idempotentRequests,
            ConcernAccess concernAccess,
            ConcernStatusAssembler concernStatusAssembler) {
        this.idempotentRequests = idempotentRequests;
        this.concernAccess = concernAccess;
        this.concernStatusAssembler = concernStatusAssembler;
    }

    ConcernStatus answer(Officer officer, IdempotentRequests.Request request, Supplier<ConcernStatus> work) {
        return idempotentRequests.answer(
                officer.user(),
                request,
                () -> {
                    ConcernStatus status = work.get();
                    return new IdempotentRequests.Answer<>(status.reference().value(), status);
                },
                reference -> again(officer, new Reference(reference)));
    }

    /** Records a reading and returns the present status, if the sender may still know that the concern exists. */
    private ConcernStatus again(Officer officer, Reference reference) {
        return concernAccess
                .forRepeating(officer, reference)
                .map(reading -> concernStatusAssembler.of(reading, concernAccess.now()))
                .orElseThrow(() -> RequestRefusedException.conflict(
                        "This was stored before, under the reference %s. You cannot open it now."
                                .formatted(reference)));
    }

    Optional<Reference> referenceUnder(Officer officer, String key) {
        return idempotentRequests.referenceUnder(officer.user(), key).map(Reference::new);
    }
}
