package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;

/** A member of the facts that an amendment may withdraw. It keeps its place and its words. */
public sealed interface Withdrawable
        permits Child, Suspect, Person, OnlineIdentity, Statement, Device, Spread.Sighting {

    @Nullable
    Boolean withdrawn();

    default boolean stands() {
        return !Boolean.TRUE.equals(withdrawn());
    }
}
