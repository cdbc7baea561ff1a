package org.teestriage.platform.transaction;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings of idempotency keys. */
@ConfigMapping(prefix = "tees-triage.idempotency")
interface IdempotencySettings {

    /** How long a key is remembered; after that the same request is a new one. */
    Duration keep();
}
