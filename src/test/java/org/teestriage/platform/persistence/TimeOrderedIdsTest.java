package org.teestriage.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");

    @Test
    void idsGrowEvenWithinOneMicrosecondAndWhenTheClockGoesBack() {
        TimeOrderedIds ids = new TimeOrderedIds();
        long[] drawn = LongStream.range(0, 3_000)
                .map(n -> ids.next(n % 2 == 0 ? NOON : NOON.minusSeconds(60)))
                .toArray();
        assertThat(drawn).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void nodesDrawDifferentIdsInOneMicrosecond() {
        long different = LongStream.range(0, 2_000)
                .map(node -> new TimeOrderedIds().next(NOON))
                .distinct()
                .count();
        assertThat(different).as("of 1,024 possible ones").isGreaterThan(700);
    }

    @Test
    void anIdContainsItsTimeAndFitsTheColumnUntilAtLeast2200() {
        assertThat(new TimeOrderedIds().next(NOON) >> 10).isEqualTo(NOON.toEpochMilli() * 1_000);
        assertThat(new TimeOrderedIds().next(Instant.parse("2200-01-01T00:00:00Z")))
                .isPositive();
    }
}
