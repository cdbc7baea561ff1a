package org.teestriage.canary.one;

import org.teestriage.canary.two.Egg;

/** One half of a package cycle. */
public record Chicken(Egg egg) {}
