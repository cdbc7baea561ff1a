package org.teestriage.canary.clock;

import org.teestriage.desk.TriageDesk;

/** A room that knows one that it must not know. */
record KnowsTheDesk(TriageDesk desk) {}
