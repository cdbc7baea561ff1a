package org.teestriage.concern.facts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Null;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SingleLine;

/** {@code withdrawn}: whether an amendment withdrew the device; never part of a request. */
public record Device(
        @Nullable @SingleLine String description,
        @Nullable @SingleLine String heldBy,
        @Nullable @SingleLine String where,
        @Nullable Answer secured,
        @Nullable @Valid Capture captured,
        @Null @Schema(readOnly = true) @Nullable Boolean withdrawn)
        implements Withdrawable {}
