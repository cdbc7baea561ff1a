package org.teestriage.canary.one;

/** Has a twin of the same name. */
record Egg() {}
