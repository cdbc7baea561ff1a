package org.teestriage.canary.casework.casefile;

import org.teestriage.concern.Notes;

/** A class that takes of a collection what nobody wrote down there. */
record Empties(Notes notes) {

    void all() {
        notes.deleteAll();
    }
}
