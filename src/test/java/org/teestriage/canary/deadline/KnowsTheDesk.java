package org.teestriage.canary.deadline;

import org.teestriage.casework.triage.DecisionService;

/** Depends on a package above its own. */
record KnowsTheDesk(DecisionService desk) {}
