package org.teestriage.web.keycloak;

import java.time.Duration;

/** A moment of the machine's own clock, which nobody can set: it measures how long ago something was, and tells no time. */
record MonotonicTime(long nanos) {

    static MonotonicTime now() {
        return new MonotonicTime(System.nanoTime());
    }

    boolean isWithin(Duration length) {
        return System.nanoTime() - nanos < length.toNanos();
    }
}
