package org.teestriage.canary.decision;

import java.time.Instant;
import java.util.function.Supplier;

/** A rule that answers otherwise tomorrow: by a call, by a reference, and by counting. */
class AsksTheTime {

    Instant called() {
        return Instant.now();
    }

    Supplier<Instant> referred() {
        return Instant::now;
    }

    long counted() {
        return System.currentTimeMillis();
    }
}
