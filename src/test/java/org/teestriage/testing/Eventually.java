package org.teestriage.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Repeats an assertion until it holds or a deadline passes. */
public final class Eventually {

    private static final Executor LATER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    private Eventually() {}

    /** Returns how long the assertion took to hold; after the deadline the last failure is thrown. */
    public static Duration within(Duration limit, ThrowingCallable assertion) throws Throwable {
        long start = System.nanoTime();
        while (true) {
            try {
                assertion.call();
                return Duration.ofNanos(System.nanoTime() - start);
            } catch (AssertionError notYet) {
                if (System.nanoTime() - start > limit.toNanos()) {
                    throw notYet;
                }
            }
            CompletableFuture.runAsync(() -> {}, LATER).join();
        }
    }
}
