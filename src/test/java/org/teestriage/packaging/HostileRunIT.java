package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.browser.CookieBrowser;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.RawHttp;
import org.teestriage.testing.client.Tokens;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Jvm;
import org.teestriage.testing.server.Node;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.RealMySql;

/**
 * The packaged jar with the heap of the chart, which exits when its memory is exhausted: the worst requests and slow
 * senders neither stop the node nor disturb people who work beside them.
 */
@Timeout(180)
class HostileRunIT {

    private static final String REFERRER = "rita.referrer";
    private static final String OFFICER = "olive.officer";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The limit for an ordinary request under attack; usually it takes a small part of it. */
    private static final Duration NORMAL = Duration.ofSeconds(2);

    private static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "client");
        thread.setDaemon(true);
        return thread;
    });

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

    /** The form token and the session of a signed-in referrer. */
    private static String token = "";

    private static String session = "";
    private static String officerSession = "";

    /** The durations of the ordinary requests of all tests, in milliseconds. */
    private static final List<Long> ORDINARY = Collections.synchronizedList(new ArrayList<>());

    private final List<RawHttp> connections = new ArrayList<>();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private CompletableFuture<Void> people = CompletableFuture.completedFuture(null);
    private long linesBefore;

    @BeforeAll
    static void startNode() throws Throwable {
        cluster = Cluster.fresh(RealMySql.shared(), folder)
                .on(Jvm.own().with(chartOptions()).with("-Xlog:gc:file=" + folder.resolve("gc.log")))
                .startingFast()
                .withPages();
        node = cluster.start();
        node.awaitReady();
        CookieBrowser browser = new CookieBrowser(RealKeycloak.shared()).awaitService();
        token = browser.signIn(REFERRER, "/raise").token();
        session = cookies(browser);
        CookieBrowser other = new CookieBrowser(RealKeycloak.shared());
        other.signIn(OFFICER, "/desk");
        officerSession = cookies(other);
    }

    private static String cookies(CookieBrowser browser) {
        return browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }

    @AfterAll
    static void closeCluster() throws IOException {
        node.collectGarbage();
        cluster.close();
        long[] took = ORDINARY.stream().mapToLong(Long::longValue).sorted().toArray();
        // Other collections leave garbage behind.
        int live = most("Pause Full.*->([0-9]+)M\\(").orElseThrow();
        System.out.printf(
                "HOSTILE RUN heap peak %d of %d MB, %d after a full collection; %d ordinary requests, p50 %d ms, p95 %d ms,"
                        + " max %d ms%n",
                most("([0-9]+)M->").orElseThrow(),
                heap(),
                live,
                took.length,
                took[took.length / 2],
                took[took.length * 95 / 100],
                took[took.length - 1]);
        assertThat(live).as("MB in use after a full collection").isLessThan(heap() * 9 / 10);
    }

    /** The largest of these figures of all garbage collections, in MB. */
    private static OptionalInt most(String figure) throws IOException {
        return Pattern.compile(figure)
                .matcher(Files.readString(folder.resolve("gc.log")))
                .results()
                .mapToInt(use -> Integer.parseInt(use.group(1)))
                .max();
    }

    /** The Java options of the chart, with the heap that they make of its memory limit. */
    private static String[] chartOptions() throws IOException {
        return (chart().path("javaOptions").asText() + " -Xmx" + heap() + "m").split(" ", -1);
    }

    private static int heap() throws IOException {
        Matcher memory = Pattern.compile("([0-9]+)Gi")
                .matcher(chart().at("/resources/limits/memory").asText());
        Matcher share = Pattern.compile("MaxRAMPercentage=([0-9]+)")
                .matcher(chart().path("javaOptions").asText());
        assertThat(memory.matches() && share.find()).isTrue();
        return Integer.parseInt(memory.group(1)) * 1024 * Integer.parseInt(share.group(1)) / 100;
    }

    private static JsonNode chart() throws IOException {
        return new YAMLMapper().readTree(Path.of("helm/tees-triage/values.yaml").toFile());
    }

    /** Starts a new node where the test before ended the last one. */
    @BeforeEach
    void listen() throws Throwable {
        node = node.alive() ? node : cluster.start();
        node.awaitReady();
        ordinaryRequests();
        linesBefore = node.output().lines().count();
        people = CompletableFuture.runAsync(
                () -> {
                    while (working.get()) {
                        ORDINARY.add(ordinaryRequests().toMillis());
                    }
                },
                THREADS);
    }

    @AfterEach
    void theSameNodeRespondsAndLoggedNoWarning() {
        working.set(false);
        people.join();
        connections.forEach(RawHttp::close);
        assertThat(node.alive()).as("the same process").isTrue();
        assertThat(ordinaryRequests()).isLessThan(NORMAL);
        assertThat(node.output().lines().skip(linesBefore))
                .noneMatch(line -> line.contains("OutOfMemory")
                        || line.contains("failure ")
                        || line.contains("\"level\":\"ERROR\"")
                        || line.contains("\"level\":\"WARN\""));
    }

    /** A referrer raises a concern, an officer reads the queue and opens its page; returns the longest duration. */
    private static Duration ordinaryRequests() {
        long start = System.nanoTime();
        String reference = raise(Bodies.GROOMING);
        long second = System.nanoTime();
        assertThat(node.as(OFFICER).get("/api/queue").statusCode()).isEqualTo(200);
        long third = System.nanoTime();
        try (RawHttp page = ask("/concerns/" + reference, officerSession)) {
            assertThat(page.status()).isEqualTo(200);
        }
        return Stream.of(second - start, third - second, System.nanoTime() - third)
                .max(Long::compare)
                .map(Duration::ofNanos)
                .orElseThrow();
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
        List<Integer> statuses = atOnce(16, each -> node.as(REFERRER)
                .post("/api/concerns", "{\"children\": [%s]}".formatted(ENTRIES))
                .statusCode());
        System.out.printf("LIMIT a list of 330,000: at most %d ms in %d fields%n", max(took), took.size());
        assertThat(statuses).contains(400).isSubsetOf(400, 503);
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
        connections.addAll(atOnce(300, each -> RawHttp.open(node.port(), TIMEOUT)
                .trySend(RawHttp.post("/api/concerns", MEGABYTE, JSON, "Authorization: Bearer x\r\n"))
                .trySend("x".repeat(MEGABYTE - 1))));
        assertThat(ordinaryRequests()).isLessThan(NORMAL);
        connections.addAll(atOnce(300, each -> RawHttp.open(node.port(), TIMEOUT)
                .trySend(RawHttp.post("/desk/next", form.length(), FORM))
                .trySend(form)));
        connections.forEach(each -> statuses.merge(each.status(), 1, Integer::sum));
        System.out.printf(
                "LIMIT 300 bodies that stop at 1 MB and 300 forms: %s, %d MiB resident%n", statuses, node.resident());
        assertThat(statuses.keySet()).isSubsetOf(0, 401, 408, 503);
        assertThat(statuses).containsKeys(401, 503);
    }

    /** A form of a signed-in user. */
    private static RawHttp.Response form(String path, String fields) {
        String body = "_token=" + token + "&" + fields;
        try (RawHttp connection = RawHttp.open(node.port(), TIMEOUT)) {
            return connection
                    .send(RawHttp.post(path, body.length(), FORM, session))
                    .send(body)
                    .response();
        }
    }

    private static String draft() {
        RawHttp.Response begun = form("/raise", "");
        assertThat(begun.status()).isEqualTo(303);
        return begun.header("location").replaceAll(".*/raise/", "");
    }

    @Test
    void formsOfEverySizeAreAnsweredInTime() {
        String draft = draft();
        Map<String, String> forms = Map.of(
                "200 members",
                members(200, "x"),
                "50 members",
                members(50, "\"".repeat(18_000)),
                "names of brackets",
                "account[".repeat(40_000) + "=x",
                "long names",
                "a.".repeat(400_000) + "=x",
                "fields",
                "account[0].text=x&".repeat(50_000),
                "escapes",
                "account[0].text=" + "%zz".repeat(60_000));
        forms.forEach((what, fields) -> {
            long start = System.nanoTime();
            List<Integer> statuses = atOnce(8, each -> form("/raise/%s/account".formatted(draft), fields)
                    .status());
            System.out.printf("LIMIT form of %s: %s, %d ms%n", what, statuses, (System.nanoTime() - start) / 1_000_000);
            assertThat(statuses).as(what).isSubsetOf(303, 400, 409, 413, 503);
        });
        form("/raise/%s/delete".formatted(draft), "");
    }

    private static String members(int number, String text) {
        return IntStream.range(0, number)
                .mapToObj(each -> "account[%d].text=%s".formatted(each, text))
                .collect(Collectors.joining("&"));
    }

    @Test
    void draftsOfTheLargestSizeAreReadAtOnce() throws Throwable {
        List<String> drafts = IntStream.range(0, 20).mapToObj(each -> draft()).toList();
        assertThat(form("/raise", "").status()).as("one draft more").isEqualTo(409);
        drafts.forEach(draft -> assertThat(
                        form("/raise/%s/account".formatted(draft), "_later=x&" + members(5, "'".repeat(190_000)))
                                .status())
                .isEqualTo(303));
        List<String> pages = drafts.stream()
                .flatMap(draft -> Stream.of(
                        "/raise",
                        "/raise/" + draft,
                        "/raise/%s/check".formatted(draft),
                        "/raise/%s/account".formatted(draft)))
                .toList();
        readAtOnce("20 full drafts", pages, session);
        leaveUnread(pages, session);
        drafts.forEach(draft -> assertThat(
                        form("/raise/%s/delete".formatted(draft), "").status())
                .isEqualTo(303));
    }

    @Test
    void theLargestConcernIsReadByManyAtOnce() throws Throwable {
        String statement = "{\"kind\": \"CHILDS_WORDS\", \"text\": \"%s\"}".formatted("'".repeat(19_000));
        String largest = Bodies.GROOMING.replaceFirst(
                "\\{\"kind\": \"CHILDS_WORDS\".*}", String.join(",", Collections.nCopies(50, statement)));
        String concern = "/concerns/" + raise(largest);
        for (int each = 0; each < 20; each++) {
            raise(largest);
        }
        String signed = "Authorization: Bearer " + new Tokens().of(OFFICER) + "\r\n";
        readAtOnce("the largest concern", Collections.nCopies(80, concern), officerSession);
        readAtOnce("the largest concern", Collections.nCopies(80, "/api" + concern), signed);
        leaveUnread(Collections.nCopies(80, concern), officerSession);
        leaveUnread(Collections.nCopies(80, "/api" + concern), signed);
        readAtOnce("a list of the largest concerns", Collections.nCopies(80, "/api/concerns"), signed);
    }

    private static String raise(String facts) {
        Response raised = node.as(REFERRER).post("/api/concerns", facts);
        assertThat(raised.statusCode()).isEqualTo(201);
        return raised.path("reference");
    }

    private static void readAtOnce(String what, List<String> paths, String who) {
        long start = System.nanoTime();
        Map<Integer, Long> statuses = atOnce(paths.size(), each -> {
                    try (RawHttp asked = ask(paths.get(each), who)) {
                        return asked.status();
                    }
                })
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        System.out.printf(
                "LIMIT %s, %d pages at once: %s, %d ms%n",
                what, paths.size(), statuses, (System.nanoTime() - start) / 1_000_000);
        assertThat(statuses.keySet()).contains(200).isSubsetOf(200, 503);
    }

    /** Asks for all pages and reads none; when the connections are closed, a page is shown again. */
    private static void leaveUnread(List<String> paths, String who) throws Throwable {
        List<RawHttp> unread = paths.stream().map(path -> ask(path, who)).toList();
        for (int turn = 0; turn < 5; turn++) {
            assertThat(ordinaryRequests()).isLessThan(NORMAL);
        }
        unread.forEach(RawHttp::close);
        Eventually.within(TIMEOUT, () -> {
            try (RawHttp asked = ask(paths.get(paths.size() - 1), who)) {
                assertThat(asked.status()).isEqualTo(200);
            }
        });
    }

    private static <T> List<T> atOnce(int number, IntFunction<T> work) {
        List<CompletableFuture<T>> all = IntStream.range(0, number)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> work.apply(each), THREADS))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static RawHttp ask(String path, String who) {
        return RawHttp.open(node.port(), TIMEOUT)
                .send("GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(path, who));
    }

    @Test
    void garbledSessionsAndTokensAreRefusedWithASentence() {
        for (String garbled : List.of(
                "Cookie: __Host-q_session=x",
                "Cookie: __Host-q_session=a.b.c.d.e",
                "Cookie: __Host-q_session=%zz; __Host-q_session=\"",
                "Cookie: __Host-q_session_chunk_1=x; __Host-q_session_chunk_99999999999=y",
                "Cookie: __Host-q_auth=x; __Host-q_auth_=y; __Host-q_auth_00000000-0000-0000-0000-000000000000=z",
                "Cookie: =; ;;",
                "Authorization: Bearer",
                "Authorization: Bearer ..",
                "Authorization: Bearer e30.e30.e30",
                "Authorization: Basic %zz",
                "Authorization: x")) {
            for (String path :
                    List.of("/desk", "/desk?tab=,;", "/signed-in?state=x&code=y", "/api/queue", "/sign-out")) {
                assertAnswered(garbled, "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n".formatted(path, garbled));
            }
            assertAnswered(garbled, RawHttp.post("/desk/next", 3, FORM, garbled + "\r\n") + "a=b");
        }
        for (String path : List.of("/back-channel-logout", "/signed-in", "/sign-out")) {
            for (String body : List.of("", "a=b", "%zz=%", "logout_token=x", "logout_token=e30.e30.e30", "=")) {
                assertAnswered(path + " " + body, RawHttp.post(path, body.length(), FORM) + body);
            }
        }
    }

    private static void assertAnswered(String what, String request) {
        try (RawHttp connection = RawHttp.open(node.port(), TIMEOUT)) {
            RawHttp.Response answer = connection.send(request).response();
            assertThat(answer.status()).as(what + ": " + request).isBetween(200, 499);
            assertThat(answer.status() < 400
                            || answer.status() == 404
                            || !answer.body().isEmpty()
                            || request.contains("back-channel"))
                    .as(what + ": " + request + answer.head())
                    .isTrue();
        }
    }

    /** A head that never ends takes a connection and nothing else; the server closes it after the idle time. */
    @Test
    void slowHeadsDoNotDelayOtherRequests() {
        for (int each = 0; each < 500; each++) {
            connections.add(RawHttp.open(node.port(), TIMEOUT)
                    .send("POST /desk/next HTTP/1.1\r\nHost: localhost\r\nX-Slow: x"));
        }
        for (int turn = 0; turn < 3; turn++) {
            connections.forEach(each -> each.send("x"));
            assertThat(ordinaryRequests()).isLessThan(NORMAL);
        }
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
