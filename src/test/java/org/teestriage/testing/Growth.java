package org.teestriage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds work to linear growth: each of three doublings of the input takes less than 2.5 times the processor time and
 * the memory. Counts the current thread only, so that other processes and waiting do not matter.
 */
public final class Growth {

    /** Linear work doubles, quadratic work quadruples. */
    private static final double LIMIT = 2.5;

    private static final int SIZES = 4;
    private static final int RUNS = 3;

    /** A collection of garbage or a compilation may disturb every run of one measurement, but not of several. */
    private static final int ATTEMPTS = 3;

    /** In nanoseconds and bytes; smaller amounts are noise. */
    private static final long LEAST = 200_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Growth() {}

    private record Cost(long nanoseconds, long bytes) {}

    /**
     * The work is prepared for a size outside the measurement, and is run several times.
     *
     * @param smallest the first size; it is doubled three times
     */
    public static void assertLinear(String what, int smallest, IntFunction<Runnable> work) {
        Cost[] costs = costs(smallest, work);
        for (int attempt = 1; attempt < ATTEMPTS && !isLinear(costs); attempt++) {
            costs = costs(smallest, work);
        }
        String told = "%s from %d to %d: %s"
                .formatted(
                        what,
                        smallest,
                        smallest << (SIZES - 1),
                        IntStream.range(0, SIZES).mapToObj(each(costs)).collect(Collectors.joining(", ")));
        System.out.println("GROWTH " + told);
        assertThat(isLinear(costs)).as(told).isTrue();
    }

    private static IntFunction<String> each(Cost[] costs) {
        return size -> String.format(
                Locale.ROOT, "%.1f ms %.1f MB", costs[size].nanoseconds() / 1e6, costs[size].bytes() / 1e6);
    }

    private static Cost[] costs(int smallest, IntFunction<Runnable> work) {
        Runnable first = work.apply(smallest);
        IntStream.range(0, RUNS).forEach(run -> first.run());
        return IntStream.range(0, SIZES)
                .mapToObj(doublings -> work.apply(smallest << doublings))
                .map(Growth::least)
                .toArray(Cost[]::new);
    }

    private static Cost least(Runnable work) {
        long nanoseconds = Long.MAX_VALUE;
        long bytes = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long time = THREADS.getCurrentThreadCpuTime();
            long memory = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            nanoseconds = Math.min(nanoseconds, THREADS.getCurrentThreadCpuTime() - time);
            bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - memory);
        }
        return new Cost(nanoseconds, bytes);
    }

    private static boolean isLinear(Cost[] costs) {
        return IntStream.range(1, SIZES)
                .allMatch(size -> grows(costs[size - 1].nanoseconds(), costs[size].nanoseconds())
                        && grows(costs[size - 1].bytes(), costs[size].bytes()));
    }

    private static boolean grows(long before, long after) {
        return Math.max(after, LEAST) < LIMIT * Math.max(before, LEAST);
    }
}
