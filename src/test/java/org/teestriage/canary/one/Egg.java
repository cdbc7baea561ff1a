package org.teestriage.canary.one;

/** Shares its simple name with another type. */
record Egg() {}
