package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.Decisions;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.Node;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.RealMySql;

/** Two nodes on one MySQL behave as one when a node is killed, terminated or replaced. */
@Timeout(300)
class NodesIT {

    private static final String REFERRER = "rita.referrer";
    private static final List<String> OFFICERS = List.of("olive.officer", "mona.mover", "leo.leaver");
    private static final String OFFICER = OFFICERS.get(0);
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** The limit for the other node to take over after the lease. */
    private static final Duration TAKEOVER = LEASE.plus(Duration.ofSeconds(10));

    /** How long a terminating node still answers while it is not ready. */
    private static final Duration SHUTDOWN_DELAY = Duration.ofSeconds(3);

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static Node one;
    private static Node two;

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

    @Test
    void aStepIsClaimedOnceAcrossNodes() throws Exception {
        List<Api.ConcernClient> concerns = raise(10, one);
        List<Callable<Response>> claims = new ArrayList<>();
        for (Api.ConcernClient concern : concerns) {
            for (String officer : OFFICERS) {
                claims.add(() -> concern.at(one).handle(officer, "immediate-risk-check/1", "claim"));
                claims.add(() -> concern.at(two).handle(officer, "immediate-risk-check/1", "claim"));
            }
        }
        List<Integer> answers =
                runTogether(claims).stream().map(Response::statusCode).toList();
        assertThat(answers).containsOnly(200, 409);
        assertThat(cluster.column(
                        "SELECT count(*) FROM timeline_entry WHERE kind = 'CLAIMED' AND reference IN (%s) GROUP BY reference"
                                .formatted(quoted(concerns))))
                .hasSize(concerns.size())
                .containsOnly("1");
    }

    @Test
    void aTimerFiresOnceAndTheOtherNodeTakesOverTimersOfAKilledNode() throws Throwable {
        List<Api.ConcernClient> concerns = raise(20, one);
        cluster.change("UPDATE ACT_RU_JOB SET DUEDATE_ = '2026-01-01 00:00:00'");
        Eventually.within(
                Duration.ofSeconds(60), () -> assertThat(breaches(concerns)).isNotEmpty());
        one.kill();
        Duration all = Eventually.within(TAKEOVER.plus(Duration.ofSeconds(10)), () -> assertThat(
                        cluster.column("SELECT count(*) FROM ACT_RU_JOB WHERE DUEDATE_ <= now()"))
                .containsExactly("0"));
        assertThat(breaches(concerns))
                .as("each step is breached once")
                .isNotEmpty()
                .containsOnly("1");
        assertThat(cluster.column(
                        "SELECT count(DISTINCT reference) FROM timeline_entry WHERE kind = 'BREACHED' AND reference IN (%s)"
                                .formatted(quoted(concerns))))
                .containsExactly(String.valueOf(concerns.size()));
        System.out.printf(
                "FAULT kill -9 while timers fire: the other node had fired the rest after %d ms%n", all.toMillis());
        one = startNode();
    }

    private static List<String> breaches(List<Api.ConcernClient> concerns) {
        return cluster.column("SELECT count(*) FROM timeline_entry WHERE kind = 'BREACHED' AND reference IN (%s)"
                        .formatted(quoted(concerns))
                + " GROUP BY reference, step, item");
    }

    @Test
    void aLetterInTransitFromAKilledNodeArrivesUnderTheSameKey() throws Throwable {
        try (HttpStub police = cluster.police()) {
            police.always(Cluster.POLICE, police.slow());
            List<Api.ConcernClient> concerns = approved(5);
            Eventually.within(Duration.ofSeconds(30), () -> assertThat(police.arrivals(Cluster.POLICE))
                    .hasSizeGreaterThanOrEqualTo(2));
            one.kill();
            police.always(Cluster.POLICE, HttpStub.acknowledges());
            Duration all = Eventually.within(
                    TAKEOVER, () -> assertThat(states(concerns)).containsOnly("ACKNOWLEDGED"));
            assertAllDelivered("kill -9 between the partner's receipt and our commit", police, concerns, all);
        }
        one = startNode();
    }

    @Test
    void aLetterLeasedButNotYetSentByAKilledNodeArrives() throws Throwable {
        List<Api.ConcernClient> concerns;
        try (ServerSocket unresponsive = new ServerSocket(cluster.policePort(), 50, InetAddress.getLoopbackAddress())) {
            assertThat(unresponsive.isBound()).isTrue();
            concerns = approved(5);
            Eventually.within(
                    Duration.ofSeconds(30), () -> assertThat(states(concerns)).contains("SENDING"));
            one.kill();
            two.kill();
        }
        assertThat(states(concerns)).contains("SENDING");
        try (HttpStub police = cluster.police()) {
            one = cluster.start();
            one.awaitReady();
            Duration all = Eventually.within(
                    TAKEOVER, () -> assertThat(states(concerns)).containsOnly("ACKNOWLEDGED"));
            assertAllDelivered("kill -9 between commit and send", police, concerns, all);
        }
        two = startNode();
    }

    @Test
    void aTerminatingNodeAnswersItsOpenRequests() throws Throwable {
        two.kill();
        cluster.with("tees-triage.http.max-concurrent-requests", "2000")
                .with("quarkus.datasource.jdbc.acquisition-timeout", "25S");
        two = startNode();
        Api.ConcernClient concern = raise(1, two).get(0);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        String token = RealKeycloak.shared().token(REFERRER);
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<HttpResponse<String>>> underWay = IntStream.range(0, 1_000)
                .mapToObj(number -> client.sendAsync(
                                request(concern, token, number), HttpResponse.BodyHandlers.ofString())
                        .whenComplete((answer, failed) -> answered.incrementAndGet()))
                .toList();
        Eventually.within(
                Duration.ofSeconds(30), () -> assertThat(answered.get()).isGreaterThan(20));
        int before = answered.get();
        long asked = System.nanoTime();
        two.terminate();
        Set<Integer> statuses = new HashSet<>();
        int dropped = 0;
        for (CompletableFuture<HttpResponse<String>> each : underWay) {
            try {
                statuses.add(each.get().statusCode());
            } catch (ExecutionException cut) {
                dropped++;
            }
        }
        two.awaitEnd(Duration.ofSeconds(30));
        System.out.printf(
                "FAULT SIGTERM with %d of 1000 requests under way: %d dropped, answers %s, ended after %d ms%n",
                1_000 - before, dropped, statuses, (System.nanoTime() - asked) / 1_000_000);
        assertThat(dropped).isZero();
        assertThat(statuses).containsOnly(200, 201);
        two = startNode();
    }

    /** Nine of ten requests read a concern, one raises a concern. */
    private static HttpRequest request(Api.ConcernClient concern, String token, int number) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder().timeout(Duration.ofSeconds(60)).header("Authorization", "Bearer " + token);
        String base = "http://127.0.0.1:" + two.port();
        return number % 10 == 0
                ? request.uri(URI.create(base + "/api/concerns"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(Bodies.GROOMING))
                        .build()
                : request.uri(URI.create(base + concern.address())).build();
    }

    @Test
    void openConcernsStayOnTheirVersionOfThePath() throws Throwable {
        Api.ConcernClient old = raise(1, one).get(0);
        String before = pathOf(old);
        two.kill();
        two = cluster.start(nextVersion());
        two.awaitReady();
        Api.ConcernClient young = raise(1, one).get(0);
        // Outside opening hours a path waits for the next opening; makes that timer due.
        cluster.change("UPDATE ACT_RU_JOB SET DUEDATE_ = '2026-01-01 00:00:00' WHERE HANDLER_CFG_ = 'next-opening'");
        for (Api.ConcernClient concern : List.of(old, young)) {
            String path = pathOf(concern);
            assertThat(path.equals(before)).isEqualTo(concern.equals(old));
            walkToClose(concern, () -> assertThat(pathOf(concern)).isEqualTo(path));
        }
        assertIdleNodeEndsPromptly(two, old);
        two = startNode();
    }

    @Test
    void aMigrationOfPathsBesideLiveNodesGoesOnAfterItWasKilled() throws Throwable {
        two.kill();
        two = cluster.start(releaseOne());
        two.awaitReady();
        List<Api.ConcernClient> concerns = raise(40, one);
        String earlier = pathOf(concerns.get(0));
        for (Api.ConcernClient concern : concerns) {
            assertThat(concern.handle(OFFICER, "immediate-risk-check/1", "claim")
                            .statusCode())
                    .isEqualTo(200);
        }
        two.kill();
        two = startNode();

        Process killed = cluster.startCommand("migrate-paths");
        Eventually.within(
                Duration.ofSeconds(60), () -> assertThat(on(earlier, concerns)).hasSizeLessThan(concerns.size()));
        killed.destroyForcibly().waitFor();
        List<Api.ConcernClient> left = on(earlier, concerns);
        assertThat(left).as("left by the killed command").isNotEmpty();

        Process again = cluster.startCommand("migrate-paths");
        List<Callable<Response>> decisions = left.stream()
                .limit(20)
                .<Callable<Response>>map(concern -> () ->
                        concern.at(two).tryToDecide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER))
                .toList();
        assertThat(runTogether(decisions)).extracting(Response::statusCode).containsOnly(200);
        assertThat(again.waitFor()).isZero();

        System.out.printf(
                "FAULT kill -9 while paths are migrated: %d of %d were left, and migrated by the next run%n",
                left.size(), concerns.size());
        assertThat(on(earlier, concerns)).isEmpty();
        assertThat(concerns)
                .filteredOn(concern -> !left.contains(concern))
                .isNotEmpty()
                .allSatisfy(concern -> assertThat(concern.openStep(OFFICER, "immediate-risk-check/1")
                                .get("claimedBy")
                                .asText())
                        .isNotEmpty());
        // Outside opening hours a path waits for the next opening; makes that timer due.
        cluster.change("UPDATE ACT_RU_JOB SET DUEDATE_ = '2026-01-01 00:00:00' WHERE HANDLER_CFG_ = 'next-opening'");
        walkToClose(left.get(0), () -> {});
    }

    private static List<Api.ConcernClient> on(String model, List<Api.ConcernClient> concerns) {
        Set<String> references = Set.copyOf(cluster.column(
                "SELECT BUSINESS_KEY_ FROM ACT_RU_EXECUTION WHERE PARENT_ID_ IS NULL AND PROC_DEF_ID_ = ?", model));
        return concerns.stream()
                .filter(concern -> references.contains(concern.reference()))
                .toList();
    }

    /** Decides each step at another node than the step before. */
    private static void walkToClose(Api.ConcernClient concern, Runnable beforeEach) throws Throwable {
        List<Node> both = List.of(two, one);
        int taken = 0;
        while (isOpen(concern)) {
            Eventually.within(Duration.ofSeconds(20), () -> assertThat(concern.allOpenSteps(OFFICER))
                    .isNotEmpty());
            beforeEach.run();
            for (String step : concern.allOpenSteps(OFFICER)) {
                concern.at(both.get(taken++ % 2)).decide(OFFICER, step, Decisions.harmless(step));
            }
        }
        assertThat(taken).isGreaterThan(5);
    }

    private static boolean isOpen(Api.ConcernClient concern) {
        return !cluster.column(
                        "SELECT reference FROM concern WHERE closed_at IS NULL AND reference = ?", concern.reference())
                .isEmpty();
    }

    /** The node first reports that it is not ready and still answers, so that no request reaches a stopped node. */
    private static void assertIdleNodeEndsPromptly(Node node, Api.ConcernClient concern) throws Throwable {
        long asked = System.nanoTime();
        node.terminate();
        Eventually.within(SHUTDOWN_DELAY, () -> assertThat(node.health("ready")).isEqualTo(503));
        assertThat(node.health("live")).isEqualTo(200);
        assertThat(concern.at(node).seenBy(REFERRER).get("reference").asText()).isEqualTo(concern.reference());
        node.awaitEnd(Duration.ofSeconds(30));
        Duration ended = Duration.ofNanos(System.nanoTime() - asked);
        System.out.printf(
                "NODE idle, asked to end: not ready at once, ended after %d ms, %d ms of which it still answered%n",
                ended.toMillis(), SHUTDOWN_DELAY.toMillis());
        assertThat(ended).isLessThan(SHUTDOWN_DELAY.plusSeconds(5));
        assertThat(node.output()).doesNotContain("Timed out waiting for graceful shutdown");
    }

    private static String pathOf(Api.ConcernClient concern) {
        return cluster.column(
                        "SELECT PROC_DEF_ID_ FROM ACT_RU_EXECUTION WHERE PARENT_ID_ IS NULL AND BUSINESS_KEY_ = ?",
                        concern.reference())
                .get(0);
    }

    /** The same service with a changed version of the path, as a later release would contain it. */
    private static Path nextVersion() throws IOException {
        return release(
                "next",
                text -> text.replaceFirst("(<[a-z:]*process id=\"response-path\")", "$1 camunda:versionTag=\"next\""));
    }

    private static Path releaseOne() throws IOException {
        String model = Files.readString(Path.of("src/test/resources/bpmn/response-path-release-1.bpmn"));
        return release("release-1", text -> model);
    }

    private static Path release(String name, UnaryOperator<String> change) throws IOException {
        Path packaged = Cluster.PACKAGED;
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.walk(packaged)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(packaged.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        try (FileSystem inside = FileSystems.newFileSystem(copy.resolve(Cluster.JAR), Map.of())) {
            Path model = inside.getPath("bpmn/response-path.bpmn");
            String text = Files.readString(model, StandardCharsets.UTF_8);
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            Files.writeString(model, changed);
        }
        return copy;
    }

    // Shared helpers

    private static List<Api.ConcernClient> raise(int number, Node at) {
        List<Api.ConcernClient> concerns = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            concerns.add(at.as(REFERRER).raise(Bodies.GROOMING));
        }
        return concerns;
    }

    /** Concerns with an approved police report, approved at the nodes in turn. */
    private static List<Api.ConcernClient> approved(int number) {
        List<Api.ConcernClient> concerns = raise(number, two);
        boolean first = false;
        for (Api.ConcernClient concern : concerns) {
            first = !first;
            Decisions.approvePoliceReport(concern.at(first ? one : two), OFFICER);
        }
        return concerns;
    }

    private static List<String> states(List<Api.ConcernClient> concerns) {
        return cluster.column("SELECT state FROM letter WHERE purpose = 'POLICE_REPORT' AND reference IN (%s)"
                .formatted(quoted(concerns)));
    }

    private static void assertAllDelivered(
            String fault, HttpStub police, List<Api.ConcernClient> concerns, Duration all) {
        Set<String> known = Set.copyOf(
                cluster.column("SELECT dispatch_id FROM letter WHERE purpose = 'POLICE_REPORT' AND reference IN (%s)"
                        .formatted(quoted(concerns))));
        List<String> keys = police.arrivals(Cluster.POLICE).stream()
                .map(HttpStub.Arrival::key)
                .toList();
        System.out.printf(
                "FAULT %s: letters %d, arrivals %d, distinct keys %d, lost %d, without a known key %d, all there after %d ms%n",
                fault,
                known.size(),
                keys.size(),
                Set.copyOf(keys).size(),
                known.stream().filter(key -> !keys.contains(key)).count(),
                keys.stream().filter(key -> !known.contains(key)).count(),
                all.toMillis());
        assertThat(known).hasSize(concerns.size());
        assertThat(Set.copyOf(keys))
                .as("every arrival has a known key and no letter is lost")
                .isEqualTo(known);
    }

    private static String quoted(List<Api.ConcernClient> concerns) {
        return concerns.stream().map(concern -> "'" + concern.reference() + "'").collect(Collectors.joining(", "));
    }

    private static Node startNode() throws Throwable {
        Node node = cluster.start();
        node.awaitReady();
        return node;
    }

    private static <T> List<T> runTogether(List<Callable<T>> calls) throws Exception {
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
