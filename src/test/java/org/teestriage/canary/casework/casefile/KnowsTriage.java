package org.teestriage.canary.casework.casefile;

import org.teestriage.casework.triage.DecisionService;

/** A sub-package that uses one above it. */
record KnowsTriage(DecisionService desk) {}
