package org.teestriage.canary.casework.casefile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;

/** Locks a concern in every way that asks no access policy. */
record LocksWithoutAccess(Concerns concerns, ConcernAccess concernAccess, EntityManager entities) {

    void byTheCollection(Reference reference) {
        concerns.findToChange(reference);
    }

    void asTheService(Reference reference) {
        concernAccess.forService(reference);
    }

    void withoutALock(Concern concern, Officer officer) {
        concernAccess.newUpdate(concern, officer);
    }

    void byHand(Concern concern) {
        entities.lock(concern, LockModeType.PESSIMISTIC_WRITE);
    }
}
