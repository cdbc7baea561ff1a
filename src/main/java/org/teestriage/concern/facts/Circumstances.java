package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.SingleLine;

/** How the words of a child were taken down. */
public record Circumstances(
        @Nullable @SingleLine String time,
        @Nullable @SingleLine String place,
        @Nullable @SingleLine String present,
        @Nullable @SingleLine String writtenBy) {}
