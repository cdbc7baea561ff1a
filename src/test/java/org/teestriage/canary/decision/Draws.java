package org.teestriage.canary.decision;

import java.util.UUID;

/** A decision with a random result. */
class Draws {

    UUID drawn() {
        return UUID.randomUUID();
    }
}
