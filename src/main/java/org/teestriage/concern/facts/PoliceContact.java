package org.teestriage.concern.facts;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

public record PoliceContact(
        @Nullable Rung rung,
        @Nullable @SingleLine String by,
        @Nullable Instant at,
        @Nullable @SingleLine String policeReference)
        implements SelfValidating {

    public enum Rung {
        RANG_999,
        RANG_101,
        NOT_RUNG
    }

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.rung(at, now, "at");
    }
}
