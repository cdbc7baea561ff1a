package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.RawHttp;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Jvm;
import org.teestriage.testing.server.Node;
import org.teestriage.testing.server.RealMySql;

/** Neither one request nor slow senders stop a node: the packaged jar with the heap of the chart. */
@Timeout(180)
class HostileRunIT {

    private static final String REFERRER = "rita.referrer";
    private static final String OFFICER = "olive.officer";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The limit for an ordinary request under attack; usually it takes a small part of it. */
    private static final Duration NORMAL = Duration.ofSeconds(2);

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MEGABYTE = 1_048_576;

    /** 990 kB, just below the largest allowed body. */
    private static final String ENTRIES = "{},".repeat(330_000).replaceFirst(",$", "");

    /** Bodies with one list each, by the path that accepts them. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "/api/concerns",
            List.of(
                    "{\"children\": [%s]}",
                    "{\"suspects\": [%s]}",
                    "{\"kinds\": [%s]}",
                    "{\"channels\": [%s]}",
                    "{\"account\": [%s]}",
                    "{\"devices\": [%s]}",
                    "{\"children\": [{\"knownWorkers\": [%s]}]}",
                    "{\"suspects\": [{\"identities\": [%s]}]}"),
            "/api/concerns/K7Q2-9FXM-F/information",
            List.of("{\"account\": [%s]}"),
            "/api/concerns/K7Q2-9FXM-F/restrictions",
            List.of("{\"users\": [%s]}"),
            "/api/concerns/K7Q2-9FXM-F/threshold-decision/1",
            List.of("{\"children\": [%s]}", "{\"children\": [{\"outcomes\": [%s]}]}"),
            "/api/concerns/K7Q2-9FXM-F/strategy-discussion/1",
            List.of("{\"attended\": [%s]}"),
            "/api/concerns/K7Q2-9FXM-F/police-report",
            List.of("{\"devices\": [%s]}"));

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static Node node;

    private final List<RawHttp> connections = new ArrayList<>();
    private long linesBefore;

    @BeforeAll
    static void startNode() throws Throwable {
        cluster = Cluster.fresh(RealMySql.shared(), folder)
                .on(Jvm.own().with(chartOptions()))
                .startingFast();
        node = cluster.start();
    }

    @AfterAll
    static void closeCluster() {
        cluster.close();
    }

    /** The Java options of the chart, with the heap that they make of its memory limit. */
    private static String[] chartOptions() throws IOException {
        JsonNode values = new YAMLMapper()
                .readTree(Path.of("helm/tees-triage/values.yaml").toFile());
        String options = values.path("javaOptions").asText();
        Matcher memory = Pattern.compile("([0-9]+)Gi")
                .matcher(values.at("/resources/limits/memory").asText());
        Matcher share = Pattern.compile("MaxRAMPercentage=([0-9]+)").matcher(options);
        assertThat(memory.matches() && share.find()).isTrue();
        int heap = Integer.parseInt(memory.group(1)) * 1024 * Integer.parseInt(share.group(1)) / 100;
        return (options + " -Xmx" + heap + "m").split(" ", -1);
    }

    /** Starts a new node where the test before ended the last one. */
    @BeforeEach
    void listen() throws Throwable {
        node = node.alive() ? node : cluster.start();
        node.awaitReady();
        ordinaryRequests();
        linesBefore = node.output().lines().count();
    }

    @AfterEach
    void theSameNodeRespondsAndLoggedNoWarning() {
        connections.forEach(RawHttp::close);
        assertThat(node.alive()).as("the same process").isTrue();
        assertThat(ordinaryRequests()).isLessThan(NORMAL);
        assertThat(node.output().lines().skip(linesBefore))
                .noneMatch(line -> line.contains("OutOfMemory")
                        || line.contains("failure ")
                        || line.contains("\"level\":\"ERROR\"")
                        || line.contains("\"level\":\"WARN\""));
    }

    /** Runs a request of an officer and one of a referrer; returns the duration of the slower one. */
    private static Duration ordinaryRequests() {
        long start = System.nanoTime();
        assertThat(node.as(OFFICER).get("/api/queue").statusCode()).isEqualTo(200);
        long between = System.nanoTime();
        assertThat(node.as(REFERRER).post("/api/concerns", Bodies.GROOMING).statusCode())
                .isEqualTo(201);
        return Duration.ofNanos(Math.max(between - start, System.nanoTime() - between));
    }

    @Test
    void anOversizedListIsRefusedInEveryField() {
        Map<String, Long> took = new TreeMap<>();
        LISTS.forEach((address, bodies) -> bodies.forEach(body -> {
            long start = System.nanoTime();
            Response refused =
                    node.as(address.endsWith("/concerns") ? REFERRER : OFFICER).post(address, body.formatted(ENTRIES));
            took.put(address + " " + body, (System.nanoTime() - start) / 1_000_000);
            assertThat(refused.statusCode()).as(address + " " + body).isEqualTo(400);
            assertThat(refused.asString()).as(address + " " + body).hasSizeLessThan(2_000);
        }));
        List<Integer> atOnce = IntStream.range(0, 16)
                .parallel()
                .mapToObj(each -> node.as(REFERRER)
                        .post("/api/concerns", "{\"children\": [%s]}".formatted(ENTRIES))
                        .statusCode())
                .toList();
        System.out.printf("LIMIT a list of 330,000: at most %d ms in %d fields%n", max(took), took.size());
        assertThat(atOnce).containsOnly(400);
    }

    private static long max(Map<String, Long> took) {
        return took.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Test
    void slowSendersDoNotDelayOtherRequests() {
        for (int each = 0; each < 200; each++) {
            connections.add(RawHttp.open(node.port(), TIMEOUT)
                    .send(
                            each % 2 == 0
                                    ? RawHttp.post(
                                            "/api/dispatches/%s/receipt".formatted(UUID.randomUUID()), 1_000, JSON)
                                    : RawHttp.post("/desk/next", 1_000, FORM))
                    .send("x"));
        }
        Duration longest = IntStream.range(0, 10)
                .mapToObj(each -> ordinaryRequests())
                .max(Duration::compareTo)
                .orElseThrow();
        assertThat(longest).isLessThan(NORMAL);
        List<Integer> statuses =
                connections.stream().map(RawHttp::status).distinct().toList();
        System.out.printf("LIMIT 200 that dribble: others wait %d ms, they get %s%n", longest.toMillis(), statuses);
        assertThat(statuses).containsExactly(408);
    }

    @Test
    void incompleteBodiesAndAnonymousFormsDoNotExhaustTheMemory() {
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        String form = ("a=" + "\"".repeat(190_000) + "&").repeat(5);
        List<RawHttp> stalling = IntStream.range(0, 300)
                .parallel()
                .mapToObj(each -> RawHttp.open(node.port(), TIMEOUT)
                        .trySend(RawHttp.post("/api/concerns", MEGABYTE, JSON, "Authorization: Bearer x\r\n"))
                        .trySend("x".repeat(MEGABYTE - 1)))
                .toList();
        connections.addAll(stalling);
        assertThat(ordinaryRequests()).isLessThan(NORMAL);
        List<RawHttp> forms = IntStream.range(0, 300)
                .parallel()
                .mapToObj(each -> RawHttp.open(node.port(), TIMEOUT)
                        .trySend(RawHttp.post("/desk/next", form.length(), FORM))
                        .trySend(form))
                .toList();
        connections.addAll(forms);
        connections.forEach(each -> statuses.merge(each.status(), 1, Integer::sum));
        System.out.printf(
                "LIMIT 300 bodies that stop at 1 MB and 300 forms: %s, %d MiB resident%n", statuses, node.resident());
        assertThat(statuses.keySet()).isSubsetOf(0, 401, 408, 503);
        assertThat(statuses).containsKeys(401, 503);
    }

    @Test
    void abortedConnectionsAreNotLoggedAsFailures() {
        String signed = "Authorization: Bearer x\r\n";
        for (int each = 0; each < 50; each++) {
            String head = RawHttp.post("/api/concerns", Bodies.GROOMING.length(), JSON, signed);
            RawHttp.open(node.port(), TIMEOUT).send(head).send("{").reset();
            RawHttp.open(node.port(), TIMEOUT)
                    .send(RawHttp.post("/desk/next", 1_000, FORM))
                    .send("_token=x&")
                    .reset();
            RawHttp.open(node.port(), TIMEOUT).send(head + Bodies.GROOMING).reset();
            RawHttp.open(node.port(), TIMEOUT)
                    .send("GET /openapi HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .reset();
        }
        IntStream.range(0, 10).forEach(each -> ordinaryRequests());
    }
}
