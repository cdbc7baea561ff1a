package org.teestriage.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.LogCapture;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.RawHttp;
import org.teestriage.testing.server.MySqlResource;

/**
 * Requests that no browser and no honest program sends, byte for byte; new ones belong here. Each gets one of its
 * statuses, with a sentence in the format of its path. None is a failure of the service, and none stays unanswered.
 */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class HostileRequestsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=cut";
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    /** A form that changes nothing, because there is no such draft. */
    private static final String HARMLESS = "/raise/x/delete";

    /** Part of every text here; an answer of the API must not repeat it. */
    private static final String CANARY = "Zq7canary";

    @Inject
    MovableTime time;

    @Inject
    @ConfigProperty(name = "tees-triage.http.head-timeout")
    Duration headTimeout;

    private final List<String> faults = new ArrayList<>();
    private int sent;
    private LogCapture log;
    private String token = "";

    @BeforeEach
    void listen() {
        time.set(MovableTime.A_TUESDAY_MORNING);
        token = token("referrer");
        log = new LogCapture();
    }

    @AfterEach
    void noFailureIsLogged() {
        log.close();
        System.out.println("HOSTILE REQUESTS " + sent);
        assertThat(faults).isEmpty();
        assertThat(log.lines())
                .noneMatch(line -> line.contains("failure ") || line.contains("Exception") || line.contains(CANARY));
        assertThat(Api.as("referrer").post("/api/concerns", Bodies.GROOMING).statusCode())
                .isEqualTo(201);
    }

    private static String token(String user) {
        Matcher found = TOKEN.matcher(exchange(get("/raise", basic(user))).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String basic(String user) {
        return "Authorization: Basic %s\r\n"
                .formatted(Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)));
    }

    private static String request(String line, String host, String headers, String body) {
        return "%s HTTP/1.1\r\n%s%s\r\n%s".formatted(line, host, headers, body);
    }

    private static String host() {
        return "Host: localhost:" + RestAssured.port + "\r\n";
    }

    private static String get(String target, String... headers) {
        return request("GET " + target, host(), String.join("", headers), "");
    }

    private static String post(String target, String type, String body, String... headers) {
        return request(
                "POST " + target,
                host(),
                "Content-Type: %s\r\nContent-Length: %d\r\n%s"
                        .formatted(type, body.getBytes(ISO_8859_1).length, String.join("", headers)),
                body);
    }

    /** The characters of the request are sent as bytes. */
    private static RawHttp.Response exchange(String request) {
        try (RawHttp connection = RawHttp.open(RestAssured.port, PATIENCE)) {
            return connection.send(request.getBytes(ISO_8859_1)).response();
        }
    }

    /** By the service itself, in the format of the path. */
    private void expect(String what, String request, Integer... statuses) {
        RawHttp.Response answer = send(what, request, statuses);
        if (answer.status() < 400) {
            return;
        }
        boolean problem = request.split(" ", 3)[1].matches("/(?:api|q)/.*");
        boolean page = answer.header("content-type").startsWith("text/html");
        boolean formatted = problem
                ? answer.header("content-type").startsWith("application/problem+json")
                        && answer.body().contains("\"detail\"")
                        && !answer.body().contains(CANARY)
                : page && answer.body().contains("<h1") && answer.body().contains("999");
        if (!formatted || !answer.header("x-content-type-options").equals("nosniff")) {
            fault(what, answer);
        }
    }

    /** By the server before the service sees it: without a sentence, because the request has no readable path. */
    private void expectOfServer(String what, String request, Integer... statuses) {
        send(what, request, statuses);
    }

    private RawHttp.Response send(String what, String request, Integer... statuses) {
        sent++;
        try {
            RawHttp.Response answer = exchange(request);
            if (!Set.of(statuses).contains(answer.status())) {
                fault(what, answer);
            }
            return answer;
        } catch (UncheckedIOException unanswered) {
            faults.add(what + ": no answer, " + unanswered.getCause());
            return new RawHttp.Response(0, "", "");
        }
    }

    private void fault(String what, RawHttp.Response answer) {
        faults.add("%s: %d %s %s"
                .formatted(
                        what,
                        answer.status(),
                        answer.header("content-type"),
                        answer.body()
                                .replaceAll("(?s)<[^>]*>|\\s+", " ")
                                .replaceAll(" +", " ")
                                .chars()
                                .limit(600)
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining())));
    }

    /** To a form that saves what is typed, as a signed-in user with a valid token and as a stranger. */
    private void expectOfForm(String body, Integer... statuses) {
        String shown = body.substring(0, Math.min(60, body.length()));
        expect("form " + shown, post(HARMLESS, FORM, "_token=" + token + "&" + body, basic("referrer")), statuses);
        expect("form of a stranger " + shown, post(HARMLESS, FORM, body), 400, 401, 413);
    }

    @Test
    void fieldNamesAndEscapesOfForms() {
        for (String name : List.of(
                "",
                "a[99999999999]",
                "a[1000]",
                "a[-1]",
                "a[]",
                "a[[[",
                "[0]",
                "a]0[",
                "a..b",
                ".",
                "a b",
                "%00",
                "%C3%A4",
                "%ED%A0%80",
                "constructor[0].x[",
                "a.".repeat(5_000) + "b",
                "a".repeat(5_000))) {
            expectOfForm(name + "=" + CANARY, 400);
        }
        for (String broken : List.of("%zz=%", "a=%", "a=%z", "a=%zz", "%=%", "a=1%", "%u0041=1", "a=%u0041")) {
            expectOfForm(broken, 400);
        }
        for (String odd : List.of(
                "a=%00", "a=%FF%FE", "a=%ED%A0%80", "a", "a&b", "a=b=c", "_=", "_seen=x", "", "&&&&", "=&=&=")) {
            expectOfForm(odd, 303);
        }
    }

    /** Paths whose form the framework reads itself. */
    @Test
    void formsReadByTheFramework() {
        for (String body : List.of(
                "",
                "%zz=%",
                "logout_token=" + CANARY,
                "logout_token=%zz",
                "logout_token=a.b.c",
                "logout_token=" + "a".repeat(10_000),
                "j_username=%zz&j_password=%",
                "j_username=\u0000",
                "a=b&".repeat(1_200),
                "=v")) {
            for (String path : List.of("/back-channel-logout", "/j_security_check")) {
                expectOfServer(path + " " + body, post(path, FORM, body), 200, 302, 400, 401, 404, 413);
            }
        }
        expect("type", post("/back-channel-logout", MULTIPART, "--cut"), 415);
    }

    /** Decomposed, each of these syllables is two or three letters, and a database column may be too short. */
    @Test
    void namesThatGrowWhenTheyAreDecomposed() {
        String name = "\uac01".repeat(50) + "\ud7a3".repeat(50);
        for (String pointer : List.of(
                "/children/0/name",
                "/children/0/school",
                "/suspects/0/realName",
                "/suspects/0/claimedName",
                "/suspects/0/workplace/name",
                "/referrer/name",
                "/referrer/organisation")) {
            for (String text : List.of(name, name.repeat(3), "\ufdfa".repeat(300), "\u0390".repeat(300))) {
                assertThat(Api.as("referrer")
                                .post("/api/concerns", Api.with(Bodies.COACH, pointer, text))
                                .statusCode())
                        .as(pointer)
                        .isEqualTo(201);
            }
        }
    }

    @Test
    void numbersOfFieldsAndValues() {
        for (int number : List.of(1_001, 1_100, 2_001, 5_000)) {
            expectOfForm(
                    IntStream.range(0, number)
                            .mapToObj(each -> "a" + each + "=b")
                            .collect(Collectors.joining("&")),
                    400);
            expectOfForm("a=b&".repeat(number), 400);
        }
        expectOfForm("a=b&".repeat(101), 400);
        expectOfForm("a=" + "b".repeat(250_000), 413);
        expectOfForm("a".repeat(250_000) + "=b", 400, 413);
        expectOfForm("a=" + "b".repeat(1_100_000), 413);
    }

    @Test
    void contentTypesOfForms() {
        String body = "_token=" + token;
        String user = basic("referrer");
        String part = "--cut\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n" + token + "\r\n";
        String file = "--cut\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.png\"\r\nContent-Type:"
                + " image/png\r\n\r\n" + CANARY + "\r\n";
        for (String multipart : List.of(
                part,
                part + "--cut--",
                part + file + "--cut--\r\n",
                part.substring(0, 20),
                "--cut",
                "",
                part.replace("name=", "nam="))) {
            expect("multipart " + multipart, post(HARMLESS, MULTIPART, multipart, user), 415);
            expect("multipart of a stranger " + multipart, post(HARMLESS, MULTIPART, multipart), 415);
        }
        for (String type : List.of(
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=" + "x".repeat(500),
                "multipart/mixed; boundary=cut",
                "text/plain",
                "application/json",
                "foo",
                "/",
                ";",
                "application/",
                FORM + "; charset=utf-16",
                FORM + "; charset=nonsense",
                FORM + "; charset=",
                FORM + "; charset=\"",
                FORM + "; charset=%zz",
                FORM + ", text/plain")) {
            expect("form as " + type, post(HARMLESS, type, body, user), 415);
            expect("form of a stranger as " + type, post(HARMLESS, type, body), 415);
            expect(
                    "concern as " + type,
                    post("/api/concerns", type, CANARY, user),
                    type.equals("application/json") ? 400 : 415);
        }
        for (String type : List.of(
                "application/json; charset=nonsense",
                "application/json; charset=utf-16",
                "application/json; charset=",
                "application/json; charset",
                "application/json;;;",
                "application/*",
                "*/*",
                "application/merge-patch+json")) {
            expect("concern as " + type, post("/api/concerns", type, CANARY, user), 400, 415);
        }
        expect("form without a type", post(HARMLESS, FORM, body, user).replaceFirst("Content-Type: .*\r\n", ""), 415);
        expect("form with a charset", post(HARMLESS, FORM + ";charset=UTF-8", body, user), 303);
        expect(
                "compressed form",
                post(HARMLESS, FORM, "\u001f\u008b\u0008" + body, user, "Content-Encoding: gzip\r\n"),
                403,
                415);
        expect(
                "compressed concern",
                post(
                        "/api/concerns",
                        "application/json",
                        "\u001f\u008b\u0008" + CANARY,
                        user,
                        "Content-Encoding: gzip\r\n"),
                400,
                415);
    }

    @Test
    void origins() {
        String body = "_token=" + token;
        for (String origin : List.of(
                "foo",
                "",
                "about:blank",
                "http://",
                "http:///",
                "://",
                "http://a b",
                "http://[::1",
                "null null",
                "%zz",
                "http://%zz",
                "http://localhost:x",
                "https://elsewhere.example",
                "\u00ff")) {
            expect(
                    "Origin " + origin,
                    post(HARMLESS, FORM, body, basic("referrer"), "Origin: " + origin + "\r\n"),
                    403);
            expect("Origin of a stranger " + origin, post(HARMLESS, FORM, body, "Origin: " + origin + "\r\n"), 403);
        }
        expect("Sec-Fetch-Site", post(HARMLESS, FORM, body, basic("referrer"), "Sec-Fetch-Site: \u00ff\r\n"), 303, 403);
    }

    @Test
    void hosts() {
        for (String host : List.of(
                "a%zz",
                "",
                "a b",
                "[::1",
                "]",
                "localhost:99999999",
                "localhost:-1",
                "localhost:x",
                "localhost:",
                "localhost 80",
                "a/b",
                "user@localhost",
                "%00",
                "\u00e4",
                "a,b",
                "a".repeat(300))) {
            for (String target : List.of("/", "/desk", "/api/queue", "/q/health/live")) {
                sentAs(host, "GET " + target, "", "");
            }
            sentAs(host, "POST " + HARMLESS, "Content-Type: %s\r\nContent-Length: 3\r\n".formatted(FORM), "a=b");
            sentAs(host, "POST " + HARMLESS, "Origin: http://x\r\nContent-Length: 0\r\n", "");
        }
        expect("two hosts", request("GET /", host() + host(), "", ""), 400);
        expect("no host", request("GET /desk", "", "", ""), 400);
        expect("HTTP/1.0 without a host", "GET / HTTP/1.0\r\n\r\n", 400);
        expectOfServer("health without a host", "GET /q/health/live HTTP/1.0\r\n\r\n", 200);
    }

    private void sentAs(String host, String line, String headers, String body) {
        expect("Host %s: %s".formatted(host, line), request(line, "Host: " + host + "\r\n", headers, body), 400);
    }

    @Test
    void targets() {
        String user = basic("officer.hartlepool");
        for (String target : List.of(
                "/%00",
                "/concerns/%00",
                "/concerns/%ED%A0%80",
                "/concerns/%2F",
                "/concerns/..%2f..%2f",
                "/api/concerns/%00",
                "/api/concerns/%ED%A0%80",
                "/api/concerns/%C0%AE",
                "/api/concerns/" + "a".repeat(3_000),
                "/desk;x=1",
                "/api/queue;x=1",
                "/\u00e4\u00ff",
                "/concerns/\u00ff")) {
            expect("GET " + target, get(target, user), 400, 404);
        }
        for (String target :
                List.of("//desk", "/./desk", "/x/../desk", "/api/../desk", "/api/%2e%2e/desk", "/%64esk")) {
            expect("GET " + target, get(target, user), 200, 303, 400, 404);
        }
        for (String target : List.of(
                "/%zz",
                "/%",
                "/concerns/K7Q2-9FXM-F%zz",
                "/raise/%zz/x",
                "/api/concerns/%zz",
                "/api/queue?size=%zz",
                "/desk?tab=%",
                "/assets/x/%zz",
                "/a\\b",
                "/<" + CANARY + ">")) {
            expect("GET " + target, get(target, user), 400);
            expect("GET of a stranger " + target, get(target), 400);
        }
        for (String query : List.of("%00", "&&&", "=", "a[0]=1", "a=@!$")) {
            for (String target : List.of("/desk", "/concerns", "/broken-glass", "/measures.csv", "/")) {
                expect("GET %s?%s".formatted(target, query), get(target + "?" + query, user), 200, 400, 403, 404);
                expect(
                        "GET of a stranger %s?%s".formatted(target, query),
                        get(target + "?" + query),
                        200,
                        302,
                        400,
                        401);
            }
            boolean nothing = query.equals("&&&") || query.equals("=");
            expect("GET /api/queue?" + query, get("/api/queue?" + query, user), nothing ? 200 : 400);
            expect("GET /api/concerns?" + query, get("/api/concerns?" + query, user), nothing ? 200 : 400);
        }
        for (String page :
                List.of("/desk", "/concerns", "/concerns/K7Q2-9FXM-F/timeline", "/broken-glass", "/queue/version")) {
            for (String name : List.of("tab", "after", "empty", "kind", "by", "order", "told", "reference")) {
                for (String value :
                        List.of("", "%00", "-1", "99999999999999999999", "%ED%A0%80", CANARY, "%F0%9F%92%A9")) {
                    String target = "%s?%s=%s".formatted(page, name, value);
                    expect("GET " + target, get(target, user), 200, 303, 400, 403, 404);
                }
            }
        }
        for (String query : List.of(
                "foo=" + CANARY, CANARY, "size=1&size=2", "Size=1", "size=1&utm_source=x", "whose=MINE&whos=MINE")) {
            expect("GET /api/queue?" + query, get("/api/queue?" + query, user), 400);
        }
    }

    @Test
    void requestLines() {
        for (String line : List.of(
                "GET *",
                "OPTIONS *",
                "GET http://a%zz/desk",
                "GET http://localhost/desk",
                "GET ",
                "GET desk",
                "GET #",
                "CONNECT localhost:1",
                "CONNECT /desk",
                "get /desk",
                "FOO /desk",
                "FOO /api/queue",
                "PRI *",
                "GET /" + "a".repeat(5_000),
                "GET /api/" + "a".repeat(5_000),
                "",
                "\u0000",
                "GET /desk HTTP/1.1 x",
                "GET /de sk",
                "GET\t/desk")) {
            expect("line " + line, request(line, host(), "", ""), 200, 302, 400, 401, 404, 405, 414, 501);
        }
        for (String whole : List.of(
                "GET / HTTP/9.9\r\n\r\n",
                "GET / FOO\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/1.1\r\nHost\r\n\r\n",
                "GET / HTTP/1.1\r\n: x\r\n\r\n",
                "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n\u0000: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n\u0001\r\n\r\n")) {
            expect("whole " + whole, whole, 0, 200, 400, 505);
        }
        for (String framing : List.of(
                "Content-Length: x",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: 5, 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: foo",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Content-Length: 0\r\nExpect: foo",
                "Content-Length: 0\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: x",
                "Content-Length: 0\r\nUpgrade: websocket\r\nConnection: Upgrade")) {
            expect(
                    "framing " + framing,
                    request(
                            "POST /api/concerns",
                            host(),
                            framing + "\r\nContent-Type: application/json\r\n",
                            "zz\r\n{}\r\n"),
                    0,
                    400,
                    401,
                    413,
                    417,
                    501);
        }
    }

    @Test
    void bodiesThatAreNoChunks() {
        for (String body : List.of("zz\r\n{}\r\n", "fffffffffffffffff\r\n{}\r\n", "-1\r\n", "2\r\n{}\r\nzz\r\n")) {
            for (String target : List.of("/api/concerns", "/api/dispatches/%s/receipt".formatted(UUID.randomUUID()))) {
                expect("chunk " + body, chunked(target, "application/json", body), 400);
            }
            expect("chunk of a form " + body, chunked(HARMLESS, FORM, body), 400);
        }
    }

    private static String chunked(String target, String type, String body) {
        return request(
                "POST " + target, host(), "Content-Type: %s\r\nTransfer-Encoding: chunked\r\n".formatted(type), body);
    }

    @Test
    void headsThatDribbleAreEndedAndTakeNothingFromOthers() {
        RawHttp idle = RawHttp.open(RestAssured.port, PATIENCE).send(get("/"));
        assertThat(idle.status()).isEqualTo(200);
        List<RawHttp> dribbling = IntStream.range(0, 200)
                .mapToObj(each -> RawHttp.open(RestAssured.port, each == 0 ? Duration.ofMillis(100) : PATIENCE)
                        .send("GET / HTTP/1.1\r\nX-"))
                .toList();
        long start = System.nanoTime();
        while (!hasEnded(dribbling.get(0))) {
            dribbling.forEach(each -> each.trySend("a"));
            assertThat(exchange(get("/api/queue", basic("officer.hartlepool"))).status())
                    .isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(headTimeout.plusSeconds(5));
        assertThat(dribbling.stream().skip(1).map(RawHttp::status).distinct()).containsExactly(0);
        assertThat(idle.send(get("/")).status())
                .as("between two requests a connection is idle for as long as before")
                .isEqualTo(200);
        dribbling.forEach(RawHttp::close);
        idle.close();
    }

    private static boolean hasEnded(RawHttp connection) {
        try {
            return connection.status() == 0;
        } catch (UncheckedIOException nothingYet) {
            return false;
        }
    }

    @Test
    void headers() {
        String user = basic("officer.hartlepool");
        for (String header : List.of(
                "Cookie: ",
                "Cookie: =",
                "Cookie: ;;;=;",
                "Cookie: a=\"",
                "Cookie: %zz=%zz",
                "Cookie: q_session=" + CANARY,
                "Cookie: __Host-q_session=" + CANARY + "; __Host-q_session=b",
                "Cookie: q_auth=" + CANARY,
                "Cookie: \u00ff=\u00fe",
                "Cookie: a=" + "b".repeat(8_000),
                "Accept-Language: *;q=x",
                "Accept-Language: \u00ff",
                "Accept-Encoding: gzip;q=foo",
                "If-None-Match: \"",
                "If-Modified-Since: yesterday",
                "Range: bytes=x-",
                "X-Request-Id: " + CANARY,
                "X-Forwarded-For: %zz",
                "X-Forwarded-Host: a%zz",
                "X-Forwarded-Proto: x",
                "Forwarded: for=%zz;host=a%zz;proto=",
                "X-HTTP-Method-Override: DELETE",
                "Connection: \u00ff",
                "traceparent: " + CANARY,
                "Idempotency-Key: \u00ff")) {
            for (String target : List.of("/desk", "/api/queue", "/")) {
                expect("%s with %s".formatted(target, header), get(target, user, header + "\r\n"), 200, 400);
            }
            expect(
                    "form with " + header,
                    post(HARMLESS, FORM, "_token=" + token, basic("referrer"), header + "\r\n"),
                    303);
        }
        for (String accept : List.of("foo", "*", "/", ";", ",", "text/html;q=x", "a/b;c", "image/png", "\u00ff", "")) {
            for (String target :
                    List.of("/desk", "/api/queue", "/", "/concerns/K7Q2-9FXM-F", "/nothing", "/api/nothing")) {
                expect(
                        "%s as %s".formatted(target, accept),
                        get(target, user, "Accept: " + accept + "\r\n"),
                        200,
                        400,
                        404,
                        406);
            }
        }
        for (String authorization : List.of(
                "",
                "Basic",
                "Basic ",
                "Basic %zz",
                "Basic Og==",
                "Basic OnBlc3M=",
                "Basic " + "A".repeat(4_000),
                "Bearer",
                "Bearer ",
                "Bearer a b",
                "Bearer ..",
                "Bearer e30.e30.e30",
                "Digest x",
                "Negotiate x",
                "\u00ff",
                "basic\t\tx")) {
            expect("by " + authorization, get("/api/queue", "Authorization: " + authorization + "\r\n"), 401);
        }
    }

    @Test
    void jsonBodies() {
        String user = basic("referrer");
        for (String body : List.of(
                "\u0000",
                "{\"children\": [{\"name\": \"\\u0000\"}]}",
                "{\"children\": [{\"name\": \"\\ud800\"}]}",
                "{\"children\": [{\"name\": \"\u00ff\u00fe\"}]}",
                "{\"\\ud800\": 1}",
                "{\"" + CANARY + "\u0000\": 1}",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"children\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}",
                "1e999999999",
                "-",
                "{\"children\": [{\"estimatedAge\": 1e999999999}]}",
                "{\"children\": [{\"estimatedAge\": " + "9".repeat(5_000) + "}]}",
                "{\"children\": [{\"estimatedAge\": " + "9".repeat(900_000) + "}]}",
                "{\"children\": [], \"children\": []}",
                "{\"" + "x".repeat(60_000) + "\": 1}",
                "\u00ef\u00bb\u00bf{}",
                "\u00fe\u00ff\u0000{\u0000}",
                "\"" + "\\".repeat(99_999),
                "{}".repeat(1_000),
                "{},".repeat(300_000),
                "\"" + CANARY)) {
            expect(
                    "json " + body.substring(0, Math.min(60, body.length())),
                    post("/api/concerns", "application/json", body, user),
                    400);
            expect(
                    "receipt " + body.substring(0, Math.min(60, body.length())),
                    post("/api/dispatches/%s/receipt".formatted(UUID.randomUUID()), "application/json", body),
                    401);
        }
    }
}
