package org.teestriage.platform.persistence;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that are known before their rows are inserted, so that inserts can go together: microseconds since 1970 and ten random
 * bits. Those of one node grow strictly; two nodes in one microsecond collide once in a thousand times, which the primary key
 * refuses and the next try of the transaction settles.
 */
public final class TimeOrderedIds {

    private static final int RANDOM_BITS = 10;

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    public long next(Instant at) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        long candidate = micros << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
        return last.updateAndGet(before -> Math.max(before + 1, candidate));
    }
}
