package org.teestriage.casework.breakglass;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of emergency access. */
@ConfigMapping(prefix = "tees-triage.break-glass")
interface BreakGlassSettings {

    /** How long a new grant lasts; existing grants keep theirs. */
    Duration duration();
}
