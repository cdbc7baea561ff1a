package org.teestriage.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a letter is tried again: at growing distances, a little scattered, never before the partner asked for, and not for ever. */
record Retries(List<Duration> distances, Duration giveUpAfter) {

    /** No partner can put a letter off for longer by asking. */
    private static final Duration ASKED_AT_MOST = Duration.ofHours(24);

    /** The next try after so many attempts; empty when it is time to give up. The lot, from 0 to 1, scatters by a fifth. */
    Optional<Instant> next(int attempts, Instant since, Instant now, Optional<Duration> asked, double lot) {
        Duration distance = distances.get(Math.min(Math.max(attempts, 1), distances.size()) - 1);
        Duration scattered = Duration.ofMillis((long) (distance.toMillis() * (0.8 + 0.4 * lot)));
        Duration wanted = asked.filter(most -> most.compareTo(ASKED_AT_MOST) <= 0)
                .or(() -> asked.map(more -> ASKED_AT_MOST))
                .orElse(Duration.ZERO);
        Instant at = now.plus(scattered.compareTo(wanted) < 0 ? wanted : scattered);
        return at.isAfter(since.plus(giveUpAfter)) ? Optional.empty() : Optional.of(at);
    }
}
