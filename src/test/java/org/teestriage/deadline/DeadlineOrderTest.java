package org.teestriage.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teestriage.deadline.Middlesbrough.CLOCKS;
import static org.teestriage.deadline.Middlesbrough.HOURS;
import static org.teestriage.deadline.Middlesbrough.UNTIL_FIVE_ON_FRIDAYS;
import static org.teestriage.deadline.Middlesbrough.london;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teestriage.concern.Priority;

/** What holds for every step at any moment, tried at seeded moments of two years with their holidays and clock changes. */
class DeadlineOrderTest {

    private static final long SEED = 20261122;
    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final int MOMENTS = 400;
    private static final Instant FIRST = london("2026-01-01T00:00");
    private static final long MINUTES = 2 * 365 * 24 * 60;

    static Stream<String> steps() {
        return CLOCKS.steps().stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aLaterStartIsNeverDueEarlier(String step) {
        for (DeadlineContext earlier : circumstances().toList()) {
            // From one minute to more than a week later, so that closes, weekends and holidays fall in between.
            for (long later : new long[] {1, 30, 60, 600, 1440, 12_000}) {
                Deadline first = CLOCKS.deadline(step, earlier);
                Deadline second = CLOCKS.deadline(step, moved(earlier, later));
                assertThat(second.due()).as("%s after %d minutes", first, later).isAfterOrEqualTo(first.due());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aDeadlineIsDueAfterItsStartAndWarnsInBetween(String step) {
        assertThat(circumstances()).allSatisfy(circumstance -> {
            Deadline deadline = CLOCKS.deadline(step, circumstance);
            assertThat(deadline.warning()).isAfter(circumstance.openedAt()).isBefore(deadline.due());
        });
    }

    @ParameterizedTest
    @MethodSource("steps")
    void redIsNeverDueLaterThanAnythingElse(String step) {
        assertThat(circumstances()).allSatisfy(circumstance -> {
            DeadlineContext red = new DeadlineContext(
                    Priority.RED,
                    circumstance.dangerSeen(),
                    circumstance.receivedAt(),
                    circumstance.openedAt(),
                    circumstance.hours());
            assertThat(CLOCKS.deadline(step, red).due())
                    .isBeforeOrEqualTo(CLOCKS.deadline(step, circumstance).due());
        });
    }

    private static Stream<DeadlineContext> circumstances() {
        Random random = new Random(SEED);
        return IntStream.range(0, MOMENTS).mapToObj(i -> {
            Instant moment = FIRST.plusSeconds(60 * random.nextLong(MINUTES));
            return new DeadlineContext(
                    PRIORITIES.get(random.nextInt(PRIORITIES.size())),
                    random.nextBoolean(),
                    moment,
                    moment,
                    random.nextBoolean() ? HOURS : UNTIL_FIVE_ON_FRIDAYS);
        });
    }

    private static DeadlineContext moved(DeadlineContext circumstance, long minutes) {
        Instant later = circumstance.openedAt().plusSeconds(60 * minutes);
        return new DeadlineContext(
                circumstance.priority(), circumstance.dangerSeen(), later, later, circumstance.hours());
    }
}
