package org.teestriage.packaging.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.deadline.WorkingCalendar;
import org.teestriage.directory.Directory;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Node;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.workflow.process.BareEngine;

/**
 * The throughput of the packaged service against two yardsticks in the same run on the same MySQL with default
 * durability: the bare engine with our path in this JVM, and the REST API of the engine with its own simple lifecycle.
 * Absolute figures depend on the machine; compare the ratios. Run by {@code mvn verify -Pbench}.
 */
class SpeedBench {

    private static final int THREADS = 4;
    /** The JVM compiles for about two minutes under full load; nodes run for days. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("teestriage.bench.warm-up", 180));

    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("teestriage.bench.seconds", 40));
    private static final boolean CLOSED = !hubIsOpen();

    /** Whole paths and steps per second. */
    private record Pace(double paths, double steps) {}

    private static boolean hubIsOpen() {
        try (InputStream hubs = Files.newInputStream(Path.of("config/hubs.yaml"));
                InputStream deadlineRules = Files.newInputStream(Path.of("config/clocks.yaml"));
                InputStream holidays = Files.newInputStream(Path.of("config/bank-holidays.json"))) {
            return DeadlineRules.read(deadlineRules, WorkingCalendar.read(holidays))
                    .hubClock(Directory.read(hubs).receivesUnclear().hours())
                    .isOpen(Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void wholeConcernsAreMeasuredAgainstTheYardsticks() throws Throwable {
        try (RealMySql mysql = RealMySql.alone("bench")) {
            Pace bare;
            try (BareEngine engine =
                    new BareEngine(mysql.database("bare"), RealMySql.ROOT, RealMySql.ROOT_PASSWORD, CLOSED)) {
                bare = pace("bare engine, history audit", engine::wholePath);
            }
            Optional<Yardstick> rest = Yardstick.start(mysql, folder);
            Optional<Pace> peer = Optional.empty();
            if (rest.isPresent()) {
                try (Yardstick yardstick = rest.get()) {
                    peer = Optional.of(pace("the engine's own REST, its plain lifecycle", yardstick::lifecycle));
                    System.out.printf(
                            "BENCH the engine's own REST: ready after %d ms, resident %d MiB%n",
                            yardstick.ready().toMillis(), yardstick.resident());
                }
            } else {
                System.out.println("BENCH the engine's own REST is not beside the project: not measured");
            }
            try (Cluster cluster = Cluster.fresh(mysql, folder).rehearse(Cluster.PACKAGED, folder.resolve("classes"))) {
                Node node = cluster.start();
                Duration ready = node.awaitReady();
                Pace ours = pace("this service over HTTP", node::wholeConcern);
                System.out.printf(
                        "BENCH this service: ready after %d ms, resident %d MiB%n", ready.toMillis(), node.resident());
                System.out.printf("BENCH steps beside the bare engine: %.2f (aim 0.80)%n", ours.steps() / bare.steps());
                peer.ifPresent(of -> System.out.printf(
                        "BENCH steps beside the engine's own REST: %.2f (aim 1.50)%n", ours.steps() / of.steps()));
                rest.ifPresent(of -> System.out.printf(
                        "BENCH start to ready beside it: %.2f (aim 0.40); resident memory: %.2f (aim 0.35)%n",
                        (double) ready.toMillis() / of.ready().toMillis(), (double) node.resident() / of.resident()));
                assertThat(cluster.brokenInvariants()).isEmpty();
            }
        }
    }

    private static Pace pace(String what, IntSupplier path) throws Exception {
        run(path, WARM_UP);
        long start = System.nanoTime();
        List<Integer> steps = run(path, MEASURED);
        double seconds = (System.nanoTime() - start) / 1e9;
        Pace pace = new Pace(
                steps.size() / seconds,
                steps.stream().mapToInt(Integer::intValue).sum() / seconds);
        System.out.printf(
                "BENCH %s: %d clients, %.1f whole paths and %.1f steps in a second%n",
                what, THREADS, pace.paths(), pace.steps());
        return pace;
    }

    private static List<Integer> run(IntSupplier path, Duration time) throws Exception {
        long until = System.nanoTime() + time.toNanos();
        Callable<List<Integer>> client = () -> {
            List<Integer> steps = new ArrayList<>();
            while (System.nanoTime() < until) {
                steps.add(path.getAsInt());
            }
            return steps;
        };
        ExecutorService clients = Executors.newFixedThreadPool(THREADS);
        try {
            List<Integer> all = new ArrayList<>();
            for (Future<List<Integer>> each : clients.invokeAll(Collections.nCopies(THREADS, client))) {
                all.addAll(each.get());
            }
            return all;
        } finally {
            clients.shutdownNow();
        }
    }

    /** The REST API of the engine in its own JVM, from the folder in {@code teestriage.bench.rest}. */
    private static final class Yardstick implements AutoCloseable {

        private static final String BASE = "http://127.0.0.1:18090/engine-rest";
        private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

        private final Process process;
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private Duration ready = Duration.ZERO;
        private long resident;

        private Yardstick(Process process) {
            this.process = process;
        }

        static Optional<Yardstick> start(RealMySql mysql, Path folder) throws Throwable {
            Path built = Path.of(System.getProperty("teestriage.bench.rest", "nowhere"));
            if (!Files.isDirectory(built.resolve("target/dependency"))) {
                return Optional.empty();
            }
            String url = mysql.database("peer");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            built.resolve("target/classes") + File.pathSeparator + built.resolve("target/dependency/*"),
                            "peer.App")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("rest.log").toFile());
            builder.environment().put("DBPORT", url.replaceFirst(".*:(\\d+)/.*", "$1"));
            Yardstick yardstick = new Yardstick(builder.start());
            yardstick.ready = Eventually.within(
                    Duration.ofMinutes(3), () -> assertThat(yardstick.answers()).isTrue());
            return Optional.of(yardstick);
        }

        Duration ready() {
            return ready;
        }

        /** Resident memory after the load, in MiB. */
        long resident() {
            return resident;
        }

        private boolean answers() {
            try {
                return call("GET", "/engine", "").contains("name");
            } catch (IllegalStateException notYet) {
                return false;
            }
        }

        /** Runs one instance of its model of six tasks, each queried, claimed and completed. */
        int lifecycle() {
            String instance = id(call("POST", "/process-definition/key/p/start", "{}"));
            for (int task = 0; task < 6; task++) {
                String id = id(call("GET", "/task?processInstanceId=" + instance, ""));
                call("POST", "/task/" + id + "/claim", "{\"userId\": \"somebody\"}");
                call("POST", "/task/" + id + "/complete", "{}");
            }
            resident = Node.resident(process);
            return 6;
        }

        private static String id(String answer) {
            var found = ID.matcher(answer);
            if (!found.find()) {
                throw new IllegalStateException(answer);
            }
            return found.group(1);
        }

        private String call(String method, String path, String body) {
            try {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create(BASE + path))
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        body.isEmpty()
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() >= 300) {
                    throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
                }
                return answer.body();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
