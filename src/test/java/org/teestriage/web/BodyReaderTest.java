package org.teestriage.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.LogCapture;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.RawHttp;
import org.teestriage.testing.server.MySqlResource;

/** Slow, fragmented, concurrent and incomplete request bodies. The body timeout in this profile is two seconds. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class BodyReaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String EXPECTING = "Expect: 100-continue\r\n";
    private static final int MEGABYTE = 1_048_576;

    @Inject
    MovableTime time;

    @Inject
    MeterRegistry meters;

    private final List<RawHttp> connections = new ArrayList<>();
    private LogCapture log;

    @BeforeEach
    void listen() {
        time.set(MovableTime.A_TUESDAY_MORNING);
        log = new LogCapture();
    }

    @AfterEach
    void noFailureIsLogged() {
        log.close();
        connections.forEach(RawHttp::close);
        assertThat(log.lines()).noneMatch(line -> line.contains("failure ") || line.contains("Exception"));
    }

    private RawHttp connection() {
        RawHttp connection = RawHttp.open(RestAssured.port, PATIENCE);
        connections.add(connection);
        return connection;
    }

    private static String receipt() {
        return "/api/dispatches/%s/receipt".formatted(UUID.randomUUID());
    }

    private static String signedIn(String user) {
        return "Authorization: Basic %s\r\n"
                .formatted(Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)));
    }

    private static String key() {
        return "Idempotency-Key: %s\r\n".formatted(UUID.randomUUID());
    }

    @Test
    void slowBodiesTimeOutAndDoNotBlockOtherRequests() {
        List<RawHttp> dribbling = IntStream.range(0, 200)
                .mapToObj(each -> connection()
                        .send(
                                each % 2 == 0
                                        ? RawHttp.post(receipt(), 1_000, JSON, EXPECTING)
                                        : RawHttp.post("/desk/next", 1_000, FORM, EXPECTING)))
                .toList();
        assertThat(dribbling).allSatisfy(each -> {
            assertThat(each.answer()).startsWith("HTTP/1.1 100 ");
            each.send("x");
        });

        assertThat(Api.as("officer.hartlepool").get("/api/queue").statusCode()).isEqualTo(200);
        assertThat(Api.as("referrer").post("/api/concerns", Bodies.GROOMING).statusCode())
                .isEqualTo(201);

        assertThat(dribbling).allSatisfy(each -> {
            assertThat(each.answer())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .contains("nosniff");
            assertThat(each.answer()).as("the connection is closed").isEmpty();
        });
    }

    @Test
    void slowFormsReadByTheFrameworkDoNotBlockOtherRequests() {
        List<RawHttp> dribbling = IntStream.range(0, 200)
                .mapToObj(each -> connection()
                        .send(RawHttp.post(each % 2 == 0 ? "/back-channel-logout" : "/j_security_check", 1_000, FORM))
                        .send("x"))
                .toList();

        assertThat(Api.as("officer.hartlepool").get("/api/queue").statusCode()).isEqualTo(200);
        assertThat(dribbling).allSatisfy(each -> assertThat(each.status()).isIn(0, 404));
        assertThat(connection()
                        .send(RawHttp.post("/back-channel-logout", 20_000, FORM))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void theConnectionClosesAfterARequestIsRefusedByItsHeaders() {
        RawHttp delete =
                connection().send("DELETE /openapi HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nx");

        assertThat(delete.status()).isEqualTo(405);
        assertThat(delete.status()).as("the connection is closed").isZero();
    }

    @Test
    void largeBodiesAreShedAndSmallBodiesAcceptedWhenMemoryIsShort() throws Throwable {
        List<RawHttp> stalling = IntStream.range(0, 90)
                .parallel()
                .mapToObj(each -> RawHttp.open(RestAssured.port, PATIENCE)
                        .trySend(RawHttp.post(receipt(), MEGABYTE, JSON))
                        .trySend("x".repeat(MEGABYTE - 1)))
                .toList();
        connections.addAll(stalling);

        assertThat(Api.as("referrer").post("/api/concerns", Bodies.GROOMING).statusCode())
                .isEqualTo(201);

        List<String> heads = stalling.stream().map(RawHttp::answer).toList();
        assertThat(heads).filteredOn(head -> head.startsWith("HTTP/1.1 503")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(heads)
                .allMatch(head -> head.startsWith("HTTP/1.1 408")
                        || (head.startsWith("HTTP/1.1 503")
                                && head.toLowerCase(Locale.ROOT).contains("retry-after: 2")));
        Eventually.within(PATIENCE, () -> assertThat(Api.as("referrer")
                        .post("/api/concerns", Bodies.GROOMING + " ".repeat(MEGABYTE / 2))
                        .statusCode())
                .isEqualTo(201));
    }

    @Test
    void anAbortedConnectionIsNotCountedAsAServerError() {
        long before = failures();
        for (int each = 0; each < 20; each++) {
            String head = RawHttp.post("/api/concerns", Bodies.GROOMING.length(), JSON, signedIn("referrer"), key());
            connection().send(head).send(Bodies.GROOMING.substring(0, 100)).reset();
            connection()
                    .send(RawHttp.post("/desk/next", 1_000, FORM))
                    .send("_token=x")
                    .reset();
            connection().send(head).send(Bodies.GROOMING).reset();
        }
        for (int each = 0; each < 20; each++) {
            assertThat(Api.as("officer.hartlepool").get("/api/queue").statusCode())
                    .isEqualTo(200);
        }

        assertThat(failures()).isEqualTo(before);
    }

    private long failures() {
        return meters.find("tees.triage.http").tag("status", "5xx").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void fragmentedPipelinedAndChunkedBodiesAreRead() {
        String head = RawHttp.post("/api/concerns", Bodies.GROOMING.length(), JSON, signedIn("referrer"));
        RawHttp pieces = connection().send(head);
        Bodies.GROOMING.chars().limit(50).forEach(each -> pieces.send(String.valueOf((char) each)));
        assertThat(pieces.send(Bodies.GROOMING.substring(50)).status()).isEqualTo(201);
        assertThat(pieces.send(head + Bodies.GROOMING).status())
                .as("the connection stays open")
                .isEqualTo(201);

        RawHttp behind = connection().send((head + Bodies.GROOMING).repeat(3));
        assertThat(List.of(behind.status(), behind.status(), behind.status())).containsOnly(201);

        RawHttp chunked = connection()
                .send(head.replaceFirst("Content-Length: \\d+", "Transfer-Encoding: chunked"))
                .send("%x\r\n%s\r\n0\r\n\r\n".formatted(Bodies.GROOMING.length(), Bodies.GROOMING));
        assertThat(chunked.status()).isEqualTo(201);
    }

    @Test
    void anExpectHeaderIsAnsweredWithOne100OrWith413() {
        RawHttp asking = connection()
                .send(RawHttp.post("/api/concerns", Bodies.GROOMING.length(), JSON, signedIn("referrer"), EXPECTING));

        assertThat(asking.status()).isEqualTo(100);
        assertThat(asking.send(Bodies.GROOMING).status()).isEqualTo(201);
        RawHttp tooLarge = connection().send(RawHttp.post("/api/concerns", 2 * MEGABYTE, JSON, EXPECTING));
        assertThat(tooLarge.status()).isEqualTo(413);
    }
}
