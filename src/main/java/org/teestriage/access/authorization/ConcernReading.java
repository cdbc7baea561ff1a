package org.teestriage.access.authorization;

import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.concern.Concern;

/** A concern in the hands of somebody who looks at it, with the ground on which it is theirs to see, and what of it is not. */
public record ConcernReading(Concern concern, Officer officer, AccessFacts ground, Redaction redaction) {

    /** Whether they may also do more with it than what brought it into their hands. */
    public boolean may(Act act) {
        return Access.may(officer, act, ground);
    }
}
