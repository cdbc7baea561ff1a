package org.teestriage.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final Instant NOW = Instant.parse("2026-09-22T09:00:00Z");
    private static final Retries RETRIES = new Retries(
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(1)), Duration.ofDays(5));

    private static Duration after(int attempts, double random) {
        return Duration.between(
                NOW, RETRIES.next(attempts, NOW, NOW, Optional.empty(), random).orElseThrow());
    }

    @Test
    void delaysGrowAndTheLastOneIsRepeated() {
        assertThat(after(1, 0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(after(2, 0.5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(after(3, 0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(after(99, 0.5)).isEqualTo(Duration.ofHours(1));
        assertThat(after(0, 0.5)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void delaysAreRandomisedByUpTo20Percent() {
        assertThat(after(1, 0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(after(1, 1)).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void aRetryAfterExtendsTheDelayUpToOneDay() {
        assertThat(RETRIES.next(1, NOW, NOW, Optional.of(Duration.ofMinutes(10)), 1))
                .contains(NOW.plus(Duration.ofMinutes(10)));
        assertThat(RETRIES.next(1, NOW, NOW, Optional.of(Duration.ofSeconds(1)), 0.5))
                .contains(NOW.plusSeconds(10));
        assertThat(RETRIES.next(1, NOW, NOW, Optional.of(Duration.ofDays(365)), 0.5))
                .contains(NOW.plus(Duration.ofDays(1)));
        assertThat(RETRIES.next(1, NOW, NOW, Optional.of(Duration.ofDays(-1)), 0.5))
                .contains(NOW.plusSeconds(10));
    }

    @Test
    void retriesEndAfterFiveDays() {
        Instant firstAttempt = NOW.minus(Duration.ofDays(5));
        assertThat(RETRIES.next(50, firstAttempt.plus(Duration.ofHours(1)), NOW, Optional.empty(), 0.5))
                .contains(NOW.plus(Duration.ofHours(1)));
        assertThat(RETRIES.next(50, firstAttempt.plus(Duration.ofMinutes(59)), NOW, Optional.empty(), 0.5))
                .isEmpty();
    }
}
