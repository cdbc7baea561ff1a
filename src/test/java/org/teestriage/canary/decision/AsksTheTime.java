package org.teestriage.canary.decision;

import java.time.Instant;
import java.util.function.Supplier;

/** Reads the system time by a call, by a method reference, and in milliseconds. */
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
