package org.teestriage.canary.two;

import org.jspecify.annotations.Nullable;
import org.teestriage.canary.one.Chicken;

/** Which came first? */
public record Egg(@Nullable Chicken chicken) {}
