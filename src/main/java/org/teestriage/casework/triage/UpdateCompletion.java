package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.restriction.StandIns;

/**
 * Where every change of a concern ends: any of them can move a part to a hub, open a step, or close a path, so that
 * other people have to stand in.
 */
@ApplicationScoped
public class UpdateCompletion {

    private final StandIns standIns;
    private final ConcernStatusAssembler concernStatusAssembler;

    UpdateCompletion(StandIns standIns, ConcernStatusAssembler concernStatusAssembler) {
        this.standIns = standIns;
        this.concernStatusAssembler = concernStatusAssembler;
    }

    /** Adjusts the stand-ins, and returns the status that the user may see then. */
    ConcernStatus complete(ConcernUpdate update) {
        standIns.adjust(update);
        return concernStatusAssembler.of(update);
    }
}
