package org.teestriage.concern.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

public record ChildsView(
        @Nullable @MultiLine String wants,
        @Nullable @SingleLine String askedBy,
        @Nullable LocalDate askedOn) implements SelfValidating {

    @Override
    public Stream<Flaw> flawsAt(Instant now) {
        return FactDates.happened(askedOn, now, "askedOn");
    }
}
