package org.teestriage.concern.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SingleLine;

public record PoliceContact(
        @Nullable Rung rung,
        @Nullable @SingleLine String by,
        @Nullable Instant at,
        @Nullable @SingleLine String policeReference) {

    public enum Rung {
        RANG_999,
        RANG_101,
        NOT_RUNG
    }
}
