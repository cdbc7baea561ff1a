package org.teestriage.workflow.process;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What this node runs of the process engine. */
@ConfigMapping(prefix = "tees-triage.engine")
interface EngineSettings {

    /** Whether to start an engine; not for the command that creates its tables. */
    boolean enabled();

    /** Whether this node fires timers. */
    boolean timersEnabled();

    /** How long a timer stays locked by the node that acquired it. */
    Duration timersLease();
}
