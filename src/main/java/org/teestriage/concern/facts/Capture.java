package org.teestriage.concern.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/** How evidence on a device was captured, such as by screenshots of messages, by whom, and when. */
public record Capture(
        @Nullable @MultiLine String how,
        @Nullable @SingleLine String by,
        @Nullable LocalDate on) implements SelfValidating {

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.happened(on, now, "on");
    }
}
