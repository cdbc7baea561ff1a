package org.teestriage.workflow.process;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "tees-triage.engine")
interface EngineSettings {

    /** Whether to start an engine; false for the command that creates its tables. */
    boolean enabled();

    /** Whether this node fires timers. */
    boolean timersEnabled();

    /** Lock duration of an acquired timer. */
    Duration timersLease();
}
