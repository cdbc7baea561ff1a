package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Null;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SelfValidating;
import org.teestriage.platform.validation.SingleLine;

/** {@code withdrawn}: whether an amendment withdrew the device; never part of a request. */
public record Device(
        @Nullable @SingleLine String description,
        @Nullable @SingleLine String heldBy,
        @Nullable @SingleLine String where,
        @Nullable Answer secured,
        @Nullable @Valid Capture captured,
        @Null @Schema(readOnly = true) @Nullable Boolean withdrawn)
        implements Withdrawable {

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
}
