package org.teestriage.testing.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.teestriage.testing.server.MySqlResource;

/** Runs the same work in several threads that start together. */
public final class Race {

    private Race() {}

    /** The results by thread number, from 1; rethrows the first exception of a thread. */
    public static <T> List<T> run(IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(MySqlResource.RACERS);
        ExecutorService threads = Executors.newFixedThreadPool(MySqlResource.RACERS);
        try {
            List<Future<T>> running = IntStream.rangeClosed(1, MySqlResource.RACERS)
                    .mapToObj(racer -> threads.submit(() -> {
                        start.await();
                        return work.apply(racer);
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
