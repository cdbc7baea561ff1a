package org.teestriage.boot.monitoring;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The regular check of the service's own state. */
@ConfigMapping(prefix = "tees-triage.monitoring")
interface MonitoringSettings {

    /** Whether this node checks. */
    boolean running();

    /** The time between two checks. */
    Duration every();
}
