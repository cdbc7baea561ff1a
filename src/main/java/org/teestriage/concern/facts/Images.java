package org.teestriage.concern.facts;

import org.teestriage.platform.validation.Line;
import org.teestriage.platform.validation.Text;

import org.jspecify.annotations.Nullable;

/** That images exist, and where: never the image. Nothing in this service can hold one. */
public record Images(
        @Nullable Answer exist,
        @Nullable @Text String heldWhere,
        @Nullable @Line String heldBy,
        @Nullable Answer adultInvolved,
        @Nullable Answer childUnder13,
        @Nullable Answer madeByAi) {}
