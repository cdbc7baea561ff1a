package org.teestriage.casework.breakglass;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "tees-triage.break-glass")
interface BreakGlassSettings {

    /** Lifetime of a new grant. A change does not affect existing grants. */
    Duration duration();
}
