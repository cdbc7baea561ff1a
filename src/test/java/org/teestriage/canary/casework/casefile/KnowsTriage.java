package org.teestriage.canary.casework.casefile;

import org.teestriage.casework.triage.DecisionService;

/** Depends on a sub-package above its own. */
record KnowsTriage(DecisionService desk) {}
