package org.teestriage.access.securitylog;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "tees-triage.security-events")
interface SecurityLogSettings {

    /** How long denied requests are kept. */
    Duration keep();
}
