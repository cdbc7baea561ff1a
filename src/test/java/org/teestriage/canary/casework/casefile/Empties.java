package org.teestriage.canary.casework.casefile;

import org.teestriage.concern.Notes;

/** Calls an inherited method of a collection in another package. */
record Empties(Notes notes) {

    void all() {
        notes.deleteAll();
    }
}
