package org.teestriage.canary.one;

import org.teestriage.canary.two.Egg;

/** Which came first? */
public record Chicken(Egg egg) {}
