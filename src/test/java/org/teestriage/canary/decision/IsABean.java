package org.teestriage.canary.decision;

import io.quarkus.arc.Unremovable;

/** A rule that needs a container. */
@Unremovable
class IsABean {}
