package org.teestriage.canary.decision;

import io.quarkus.arc.Unremovable;

/** A decision that depends on a container. */
@Unremovable
class IsABean {}
