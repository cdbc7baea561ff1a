package org.teestriage.concern.facts;

import org.teestriage.platform.validation.Line;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether anybody has already rung the police, and what the police gave them. */
public record PoliceContact(
        @Nullable Rung rung,
        @Nullable @Line String by,
        @Nullable Instant at,
        @Nullable @Line String policeReference) {

    /** Which number was rung. */
    public enum Rung {
        RANG_999,
        RANG_101,
        NOT_RUNG
    }
}
