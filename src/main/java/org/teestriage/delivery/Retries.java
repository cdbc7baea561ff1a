package org.teestriage.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record Retries(List<Duration> distances, Duration giveUpAfter) {

    /** A partner cannot postpone a letter for longer than this. */
    private static final Duration ASKED_AT_MOST = Duration.ofHours(24);

    /**
     * The time of the next attempt; empty to give up. Never earlier than the partner asked.
     *
     * @param lot a random number from 0 to 1, which changes the delay by up to 20 percent
     */
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
