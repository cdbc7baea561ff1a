package org.teestriage.concern.facts;

import org.jspecify.annotations.Nullable;
import org.teestriage.platform.validation.MultiLine;
import org.teestriage.platform.validation.SingleLine;

/** That images exist, and where: never the image. Nothing in this service can hold one. */
public record Images(
        @Nullable Answer exist,
        @Nullable @MultiLine String heldWhere,
        @Nullable @SingleLine String heldBy,
        @Nullable Answer adultInvolved,
        @Nullable Answer childUnder13,
        @Nullable Answer madeByAi) {}
