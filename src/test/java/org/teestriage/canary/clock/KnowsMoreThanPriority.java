package org.teestriage.canary.clock;

import org.teestriage.concern.Facts;
import org.teestriage.concern.Priority;

/** A room that may know one class of another, and knows two. */
record KnowsMoreThanPriority(Priority allowed, Facts tooMuch) {}
