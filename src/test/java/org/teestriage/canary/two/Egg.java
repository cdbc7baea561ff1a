package org.teestriage.canary.two;

import org.jspecify.annotations.Nullable;
import org.teestriage.canary.one.Chicken;

/** The other half of a package cycle. */
public record Egg(@Nullable Chicken chicken) {}
