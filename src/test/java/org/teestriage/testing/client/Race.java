package org.teestriage.testing.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/** Work in several threads that start together, or that wait for the same lock. */
public final class Race {

    private Race() {}

    /** Different pieces of work that start together; their results in the same order. */
    public static <T> List<T> of(List<Supplier<T>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.size());
        return started(work.stream().map(each -> waiting(start, each)).toList());
    }

    private static <T> Callable<T> waiting(CyclicBarrier start, Supplier<T> work) {
        return () -> {
            start.await();
            return work.get();
        };
    }

    /**
     * Two changes of one concern that both wait for its lock, in this order: what the second has read before its lock is
     * overtaken by the first. Returns their results.
     */
    public static <T> List<T> queued(String reference, Supplier<T> first, Supplier<T> second) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Connection held = TestDatabase.open()) {
            held.setAutoCommit(false);
            TestDatabase.rows(held, "SELECT reference FROM concern WHERE reference = ? FOR UPDATE", reference);
            Future<T> one = threads.submit(first::get);
            awaitWaiting(1);
            Future<T> other = threads.submit(second::get);
            awaitWaiting(2);
            held.rollback();
            return List.of(one.get(), other.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitWaiting(int transactions) {
        try {
            Eventually.within(Duration.ofSeconds(10), () -> assertThat(TestDatabase.rows(
                            "SELECT trx_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"))
                    .hasSizeGreaterThanOrEqualTo(transactions));
        } catch (Throwable never) {
            throw new AssertionError("no transaction waits for the lock", never);
        }
    }

    private static <T> List<T> started(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The results by thread number, from 1; rethrows the first exception of a thread. */
    public static <T> List<T> run(IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(MySqlResource.RACERS);
        return started(IntStream.rangeClosed(1, MySqlResource.RACERS)
                .mapToObj(racer -> waiting(start, () -> work.apply(racer)))
                .toList());
    }
}
