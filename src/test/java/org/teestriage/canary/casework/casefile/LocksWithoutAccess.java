package org.teestriage.canary.casework.casefile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;

/** Locks a concern in every way that asks no access policy, and answers a change by itself. */
record LocksWithoutAccess(
        Concerns concerns, ConcernAccess concernAccess, EntityManager entities, ConcernStatusAssembler assembler) {

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

    ConcernStatus byItself(ConcernUpdate update) {
        return assembler.of(update);
    }
}
