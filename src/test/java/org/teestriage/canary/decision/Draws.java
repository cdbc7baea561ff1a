package org.teestriage.canary.decision;

import java.util.UUID;

/** A rule that answers otherwise every time. */
class Draws {

    UUID drawn() {
        return UUID.randomUUID();
    }
}
