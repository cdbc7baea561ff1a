package org.teestriage.platform.persistence;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

public final class TimeOrderedIds {

    private static final int RANDOM_BITS = 10;

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    /** The smallest ID of that time. */
    public static long first(Instant at) {
        return EpochMicros.of(at) << RANDOM_BITS;
    }

    /**
     * An ID that is known before the insert, so that inserts can be batched: microseconds since 1970 and ten random
     * bits. The IDs of one instance increase strictly. Two nodes that draw in the same microsecond collide once in
     * about a thousand times; the primary key then rejects the row and the transaction is retried.
     */
    public long next(Instant at) {
        long micros = EpochMicros.of(at);
        long candidate = micros << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
        return last.updateAndGet(before -> Math.max(before + 1, candidate));
    }
}
