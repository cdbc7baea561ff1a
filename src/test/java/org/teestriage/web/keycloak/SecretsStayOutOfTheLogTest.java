package org.teestriage.web.keycloak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.LogCapture;
import org.teestriage.testing.browser.CookieBrowser;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** No password, token, cookie or case content is logged, whether a request succeeds or fails. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class SecretsStayOutOfTheLogTest {

    private static final String CANARY = "Zq7canary";

    private final RealKeycloak keycloak = RealKeycloak.shared();

    @Test
    void noPasswordTokenCookieOrCaseContentIsLogged() {
        String token = keycloak.token("rita.referrer");
        String officer = keycloak.token("olive.officer");
        CookieBrowser visitor = new CookieBrowser(keycloak);
        List<String> lines;
        try (LogCapture log = new LogCapture()) {
            visitor.submit(visitor.visit("/desk"), Map.of("username", CANARY, "password", CANARY));
            visitor.signIn("olive.officer", "/desk");
            visitor.get("/desk?after=" + CANARY);
            visitor.get("/concerns/" + CANARY);
            String facts = Bodies.GROOMING.replace("He asked me", CANARY).replace("Robin Sample", CANARY);
            String reference = bearer(token)
                    .body(facts)
                    .post("/api/concerns")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("reference");
            bearer(token).body(facts.replace("\"NO\"", "\"" + CANARY + "\"")).post("/api/concerns");
            bearer(token).body("{\"" + CANARY).post("/api/concerns");
            bearer(token.substring(0, token.length() - 9) + CANARY).get("/api/queue");
            bearer(CANARY + "." + CANARY + "." + CANARY).get("/api/queue");
            bearer(officer).get("/api/concerns/" + reference + "/timeline");
            bearer(officer)
                    .body("{\"finding\": \"NO_IMMEDIATE_DANGER\", \"rationale\": \"At home, says " + CANARY + "\"}")
                    .post("/api/concerns/" + reference + "/immediate-risk-check/1")
                    .then()
                    .statusCode(200);
            visitor.follow(visitor.get("/sign-out"));
            lines = log.lines();
        }

        List<String> secrets = Stream.concat(
                        Stream.of(
                                CANARY,
                                RealKeycloak.PASSWORD,
                                RealKeycloak.CLIENT_SECRET,
                                "Made Up Street",
                                "alex_plays_99"),
                        Stream.concat(
                                Stream.of(token, officer).map(each -> each.substring(each.lastIndexOf('.') + 1)),
                                visitor.setCookies().stream()
                                        .map(cookie -> cookie.split(";", 2)[0])
                                        .map(pair -> pair.substring(pair.indexOf('=') + 1))
                                        .filter(value -> value.length() > 20)))
                .toList();
        assertThat(secrets).hasSizeGreaterThan(8);
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain(secrets));
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
