package org.teestriage.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for what happens soon, and no longer than it may take. */
public final class Eventually {

    private static final Executor LATER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    private Eventually() {}

    /** Tries until the assertion holds; after the deadline its own failure is the test's. Answers how long it took. */
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
