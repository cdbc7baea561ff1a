package org.teestriage.casework.triage;

import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Concern;
import org.teestriage.platform.transaction.RequestRefusedException;

/** What hubs keep on a concern beside its path, also after it is closed: acts that took place outside the service. */
final class HubRecord {

    private HubRecord() {}

    /**
     * Requires that the officer acts at a hub of the concern, and that its work does not continue elsewhere.
     *
     * @param what would be recorded, such as "a route"
     */
    static void requireMayAdd(ConcernAccess concernAccess, ConcernUpdate update, String what) {
        Concern concern = update.concern();
        if (concern.parts().stream().noneMatch(part -> concernAccess.actsAt(update, part.hub()))) {
            throw RequestRefusedException.notAllowed(
                    "Only a hub that answers for these children can record %s.".formatted(what));
        }
        if (concern.duplicateOf().isPresent()) {
            throw RequestRefusedException.conflict(
                    "This concern was withdrawn as a duplicate. Record it at the other concern, which continues.");
        }
    }
}
