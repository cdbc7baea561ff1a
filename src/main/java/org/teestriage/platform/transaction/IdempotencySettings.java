package org.teestriage.platform.transaction;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "tees-triage.idempotency")
interface IdempotencySettings {

    /** How long a key is stored. After that, the same request counts as a new one. */
    Duration keep();
}
