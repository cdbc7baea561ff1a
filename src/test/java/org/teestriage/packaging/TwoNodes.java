package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Node;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.RealMySql;

/** Two nodes of the packaged service on one MySQL. */
abstract class TwoNodes {

    static final String REFERRER = "rita.referrer";
    static final List<String> OFFICERS = List.of("olive.officer", "mona.mover", "leo.leaver");
    static final String OFFICER = OFFICERS.get(0);
    static final Duration LEASE = Duration.ofSeconds(10);

    /** How long a terminating node still answers while it is not ready. */
    static final Duration SHUTDOWN_DELAY = Duration.ofSeconds(3);

    @TempDir
    static Path folder;

    static Cluster cluster;
    static Node one;
    static Node two;

    @BeforeAll
    static void startNodes() throws Throwable {
        cluster = Cluster.fresh(RealMySql.shared(), folder)
                .with("tees-triage.delivery.lease", LEASE.toSeconds() + "S")
                .with("tees-triage.delivery.attempt-timeout", "2S")
                .with("tees-triage.delivery.cool-down", "1S")
                .with("tees-triage.delivery.retries", "1S")
                .with("tees-triage.engine.timers-lease", LEASE.toSeconds() + "S")
                .with("quarkus.shutdown.delay", SHUTDOWN_DELAY.toSeconds() + "S")
                .startingFast();
        RealKeycloak.shared();
        one = cluster.start();
        two = cluster.start();
        Duration start = one.awaitReady();
        two.awaitReady();
        System.out.printf("NODE ready after %d ms%n", start.toMillis());
    }

    @AfterAll
    static void closeCluster() {
        cluster.close();
    }

    @AfterEach
    void allInvariantsHold() {
        assertThat(cluster.brokenInvariants()).isEmpty();
    }

    static List<Api.ConcernClient> raise(int number, Node at) {
        List<Api.ConcernClient> concerns = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            concerns.add(at.as(REFERRER).raise(Bodies.GROOMING));
        }
        return concerns;
    }

    static Node startNode() throws Throwable {
        Node node = cluster.start();
        node.awaitReady();
        return node;
    }

    static <T> List<T> runTogether(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
