package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.DutyWorkRecords;
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
    private final DutyWorkRecords dutyWorkRecords;
    private final ConcernStatusAssembler concernStatusAssembler;

    UpdateCompletion(
            StandIns standIns, DutyWorkRecords dutyWorkRecords, ConcernStatusAssembler concernStatusAssembler) {
        this.standIns = standIns;
        this.dutyWorkRecords = dutyWorkRecords;
        this.concernStatusAssembler = concernStatusAssembler;
    }

    /** Adjusts the stand-ins, keeps what the duty team works on, and returns the status that the user may see then. */
    ConcernStatus complete(ConcernUpdate update) {
        standIns.adjust(update);
        dutyWorkRecords.keep(update);
        return concernStatusAssembler.of(update);
    }

    /** As {@link #complete}, where the duty team's work has ended. */
    ConcernStatus completeHandBack(ConcernUpdate update) {
        standIns.adjust(update);
        return concernStatusAssembler.of(update);
    }
}
