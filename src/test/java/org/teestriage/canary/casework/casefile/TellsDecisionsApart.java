package org.teestriage.canary.casework.casefile;

import org.teestriage.decision.Close;
import org.teestriage.decision.Decision;

class TellsDecisionsApart {

    boolean ends(Decision decision) {
        return decision instanceof Close;
    }
}
