package org.teestriage.web.keycloak;

import java.time.Duration;

/** A reading of the monotonic clock, which measures elapsed time and is unaffected by changes of the system time. */
record MonotonicTime(long nanos) {

    static MonotonicTime now() {
        return new MonotonicTime(System.nanoTime());
    }

    boolean isWithin(Duration length) {
        return System.nanoTime() - nanos < length.toNanos();
    }
}
