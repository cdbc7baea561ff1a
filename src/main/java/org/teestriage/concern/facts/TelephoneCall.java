package org.teestriage.concern.facts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/** A concern raised by telephone counts as received when the call was. The written concern follows within 24 hours. */
public record TelephoneCall(
        @NotBlank @SingleLine String takenBy, @NotNull Instant at) implements SelfValidating {

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.rung(at, now, "at");
    }
}
