package org.teestriage.testing;

import java.util.stream.LongStream;

/** Measures the duration of a repeated call. */
public final class CallTiming {

    private static final int TIMES = 200;

    private CallTiming() {}

    /** Prints median, p95 and maximum in microseconds, after a warm-up of as many calls. */
    public static void print(String what, Runnable call) {
        for (int i = 0; i < TIMES; i++) {
            call.run();
        }
        long[] micros = LongStream.range(0, TIMES)
                .map(run -> {
                    long start = System.nanoTime();
                    call.run();
                    return (System.nanoTime() - start) / 1_000;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "%s, %d times: median %,d µs, p95 %,d µs, longest %,d µs%n",
                what, TIMES, micros[TIMES / 2], micros[TIMES * 95 / 100], micros[TIMES - 1]);
    }
}
