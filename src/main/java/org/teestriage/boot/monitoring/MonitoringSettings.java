package org.teestriage.boot.monitoring;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "tees-triage.monitoring")
interface MonitoringSettings {

    boolean running();

    /** Interval between two checks. */
    Duration every();
}
