package org.teestriage.canary.casework.casefile;

import org.teestriage.casework.triage.TriageDesk;

/** A sub-package that uses one above it. */
record KnowsTriage(TriageDesk desk) {}
