package org.teestriage.web.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.MovableTime;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.RawHttp;
import org.teestriage.testing.server.MySqlResource;

/** HTTP settings that hold for every response, whatever its caller and status. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class HttpSettingsTest {

    @Inject
    MovableTime time;

    @AfterEach
    void aTuesdayMorning() {
        time.set(MovableTime.A_TUESDAY_MORNING);
    }

    @Test
    void everyResponseHasSecurityHeadersAndRevealsNoServerName() {
        Map<String, Response> answers = new LinkedHashMap<>();
        Api referrer = Api.as("referrer");
        String stylesheet =
                referrer.get("/raise").asString().replaceAll("(?s).*rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
        answers.put("200", referrer.get("/api/concerns"));
        answers.put("201", referrer.post("/api/concerns", Bodies.GROOMING));
        answers.put("204", Api.as("officer.middlesbrough").post("/api/queue/next"));
        answers.put("400", referrer.post("/api/concerns", "{"));
        answers.put("401", given().get("/api/concerns"));
        answers.put(
                "401 for a password",
                given().auth().preemptive().basic("referrer", "x").get("/api/concerns"));
        answers.put("403", referrer.get("/api/queue"));
        answers.put("404", referrer.get("/api/concerns/K7Q2-9FXM-F"));
        answers.put("404 without a route", referrer.get("/nothing"));
        answers.put("405", given().delete("/api/concerns"));
        answers.put("405 for TRACE", given().request("TRACE", "/api/concerns"));
        answers.put("413", referrer.post("/api/concerns", "x".repeat(1_048_577)));
        answers.put(
                "415",
                given().auth()
                        .preemptive()
                        .basic("referrer", "demo")
                        .contentType("text/plain")
                        .body("x")
                        .post("/api/concerns"));
        answers.put("health", given().get("/q/health"));
        answers.put("ready", given().get("/q/health/ready"));
        answers.put("openapi", given().get("/openapi"));
        answers.put("200 for a page", given().get("/"));
        answers.put("200 for a signed-in page", referrer.get("/raise"));
        answers.put("200 for a style sheet", given().get(stylesheet));
        answers.put("302 to sign in", given().redirects().follow(false).get("/desk"));
        answers.put("308", given().redirects().follow(false).get("/turned-away"));
        answers.put("404 for a page", given().get("/nowhere"));
        answers.put("404 for a path parameter", given().get("/desk;a=1"));

        answers.forEach((what, answer) -> {
            if (what.matches("\\d.*") && !what.startsWith("204")) {
                assertThat(what).startsWith(String.valueOf(answer.statusCode()));
            }
            assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(what).isEqualTo("no-referrer");
            assertThat(answer.header("Strict-Transport-Security"))
                    .as(what)
                    .isEqualTo("max-age=31536000; includeSubDomains");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy"))
                    .as(what)
                    .contains("camera=()", "geolocation=()", "microphone=()", "publickey-credentials-get=()");
            if (!what.endsWith("style sheet")) {
                assertThat(answer.headers().getValues("Cache-Control")).as(what).containsExactly("no-store");
            }
            assertThat(answer.header("Content-Security-Policy"))
                    .as(what)
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().hasHeaderWithName("Server")).as(what).isFalse();
            assertThat(answer.headers().hasHeaderWithName("X-Powered-By"))
                    .as(what)
                    .isFalse();
            assertThat(answer.headers().hasHeaderWithName("Access-Control-Allow-Origin"))
                    .as(what)
                    .isFalse();
        });
    }

    @Test
    void aRequestLineWithAHostIsRefusedWithTheSameHeaders() {
        try (RawHttp connection = RawHttp.open(RestAssured.port, Duration.ofSeconds(5))) {
            assertThat(connection
                            .send("GET http://elsewhere.example/desk HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("strict-transport-security: max-age=31536000")
                    .doesNotContain("elsewhere.example");
        }
    }

    @Test
    void theHostHeaderAppearsInNoLocation() {
        Response created = given().auth()
                .preemptive()
                .basic("referrer", "demo")
                .header("Host", "elsewhere.example")
                .contentType("application/json")
                .body(Bodies.GROOMING)
                .post("/api/concerns");
        assertThat(created.header("Location"))
                .isEqualTo("/api/concerns/" + created.jsonPath().getString("reference"));
        for (String path : List.of("/desk", "/turned-away", "/concerns/K7Q2-9FXM-F/walls")) {
            assertThat(given().header("Host", "elsewhere.example")
                            .redirects()
                            .follow(false)
                            .get(path)
                            .header("Location"))
                    .as(path)
                    .startsWith("/");
        }
    }

    @Test
    void headersOfMoreThanSixteenKilobytesAreRefused() {
        assertThat(given().header("X-Long", "a".repeat(12_000))
                        .get("/q/health/live")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().header("X-Long", "a".repeat(17_000))
                        .get("/q/health/live")
                        .statusCode())
                .isEqualTo(431);
    }

    @Test
    void http2IsNotNegotiated() throws Exception {
        HttpResponse<Void> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .build()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:%d/q/health/live".formatted(RestAssured.port)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void healthShowsTheStatusWithoutDetails() {
        for (String path : List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/health/started")) {
            Response answer = given().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.jsonPath().<String, Object>getMap("$"))
                    .as(path)
                    .isEqualTo(Map.of("status", "UP", "checks", List.of()));
        }
    }

    @Test
    void readinessIsDownBeforeTheKnownBankHolidaysEnd() {
        time.set(Instant.parse("2099-12-01T12:00:00Z"));

        Response ready = given().get("/q/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.jsonPath().getString("status")).isEqualTo("DOWN");
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aCorsPreflightFromAnotherOriginIsNotAllowed() {
        Response answer = given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .request("OPTIONS", "/api/concerns");

        assertThat(answer.headers().hasHeaderWithName("Access-Control-Allow-Origin"))
                .isFalse();
    }
}
