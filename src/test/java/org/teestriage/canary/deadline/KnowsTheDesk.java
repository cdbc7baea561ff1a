package org.teestriage.canary.deadline;

import org.teestriage.casework.triage.TriageDesk;

/** A room that knows one that it must not know. */
record KnowsTheDesk(TriageDesk desk) {}
