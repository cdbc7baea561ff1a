package org.teestriage.canary.casework.casefile;

import org.teestriage.casework.triage.TriageService;

/** A sub-package that uses one above it. */
record KnowsTriage(TriageService desk) {}
