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

/** Properties of the deadline of every step, checked at seeded random moments of two years. */
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
        for (DeadlineContext earlier : contexts().toList()) {
            // From one minute to more than a week later, so that closes, weekends and holidays fall in between.
            for (long later : new long[] {1, 30, 60, 600, 1440, 12_000}) {
                Deadline first = CLOCKS.deadline(step, earlier);
                Deadline second = CLOCKS.deadline(step, movedLater(earlier, later));
                // The rule of a later date may protect more.
                if (second.policy().equals(first.policy())) {
                    assertThat(second.due())
                            .as("%s after %d minutes", first, later)
                            .isAfterOrEqualTo(first.due());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aDeadlineIsDueAfterItsStartAndWarnsInBetween(String step) {
        assertThat(contexts()).allSatisfy(context -> {
            Deadline deadline = CLOCKS.deadline(step, context);
            assertThat(deadline.warning()).isAfter(context.openedAt()).isBefore(deadline.due());
        });
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aRedDeadlineIsNeverLaterThanThatOfAnotherPriority(String step) {
        assertThat(contexts()).allSatisfy(context -> {
            DeadlineContext red = new DeadlineContext(
                    Priority.RED, context.dangerSeen(), context.receivedAt(), context.openedAt(), context.hours());
            assertThat(CLOCKS.deadline(step, red).due())
                    .isBeforeOrEqualTo(CLOCKS.deadline(step, context).due());
        });
    }

    private static Stream<DeadlineContext> contexts() {
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

    private static DeadlineContext movedLater(DeadlineContext context, long minutes) {
        Instant later = context.openedAt().plusSeconds(60 * minutes);
        return new DeadlineContext(context.priority(), context.dangerSeen(), later, later, context.hours());
    }
}
