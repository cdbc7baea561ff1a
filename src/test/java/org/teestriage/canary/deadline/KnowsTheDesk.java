package org.teestriage.canary.deadline;

import org.teestriage.casework.triage.DecisionService;

/** A room that knows one that it must not know. */
record KnowsTheDesk(DecisionService desk) {}
