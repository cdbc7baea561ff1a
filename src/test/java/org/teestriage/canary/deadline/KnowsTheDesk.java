package org.teestriage.canary.deadline;

import org.teestriage.casework.triage.TriageService;

/** A room that knows one that it must not know. */
record KnowsTheDesk(TriageService desk) {}
