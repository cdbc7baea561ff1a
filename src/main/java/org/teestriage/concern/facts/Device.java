package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SingleLine;

public record Device(
        @Nullable @SingleLine String description,
        @Nullable @SingleLine String heldBy,
        @Nullable @SingleLine String where,
        @Nullable Answer secured) {}
