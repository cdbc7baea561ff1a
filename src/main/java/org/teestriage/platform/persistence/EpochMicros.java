package org.teestriage.platform.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970 (UTC), the unit of every stored moment. Nanoseconds are cut off. */
public final class EpochMicros {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private EpochMicros() {}

    public static long of(Instant at) {
        // ChronoUnit.MICROS.between counts nanoseconds internally, which overflow a long in 2262.
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond(), MICROS_PER_SECOND), at.getNano() / NANOS_PER_MICRO);
    }

    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
