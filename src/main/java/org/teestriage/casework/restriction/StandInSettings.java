package org.teestriage.casework.restriction;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "tees-triage.stand-ins")
interface StandInSettings {

    /** Interval between two reviews. */
    Duration every();
}
