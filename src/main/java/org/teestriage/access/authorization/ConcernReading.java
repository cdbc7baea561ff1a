package org.teestriage.access.authorization;

import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.concern.Concern;

public record ConcernReading(Concern concern, Officer officer, AccessFacts ground, Redaction redaction) {

    /** Whether the officer may also perform this act. */
    public boolean may(Act act) {
        return Access.may(officer, act, ground);
    }
}
