package org.teestriage.concern.facts;

import java.util.Set;

/** What was told about some children of the concern, by their numbers from 1, or about all. */
public sealed interface AboutChildren permits Allegation, DangerReport, Person, Statement {

    /** Empty if it is about all. */
    Set<Integer> about();

    default boolean isAbout(int child) {
        return about().isEmpty() || about().contains(child);
    }
}
