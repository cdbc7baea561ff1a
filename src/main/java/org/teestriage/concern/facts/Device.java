package org.teestriage.concern.facts;

import org.teestriage.platform.validation.Line;

import org.jspecify.annotations.Nullable;

/** A telephone, tablet or computer that may hold evidence, and who has it. */
public record Device(
        @Nullable @Line String description,
        @Nullable @Line String heldBy,
        @Nullable @Line String where,
        @Nullable Answer secured) {}
