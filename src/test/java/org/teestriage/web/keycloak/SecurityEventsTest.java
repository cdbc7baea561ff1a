package org.teestriage.web.keycloak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.platform.persistence.Json;
import org.teestriage.testing.browser.CookieBrowser;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** Failed sign-ins and access denials as an operator sees them. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class SecurityEventsTest {

    private final RealKeycloak keycloak = RealKeycloak.shared();

    private JsonNode events() {
        return Json.read(
                given().header("Authorization", "Bearer " + keycloak.token("oscar.operator"))
                        .get("/api/security-events")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                JsonNode.class);
    }

    @Test
    void anOperatorSeesFailedSignInsButNoUnknownUserNames() {
        CookieBrowser visitor = new CookieBrowser(keycloak);
        visitor.submit(visitor.visit("/desk"), Map.of("username", "ada.auditor", "password", "wrong"));
        visitor.submit(visitor.visit("/desk"), Map.of("username", "my-secret-password", "password", "wrong"));

        JsonNode events = events();

        assertThat(Api.each(events.get("signIns")))
                .anySatisfy(failure -> {
                    assertThat(failure.path("user").asText()).isEqualTo("ada.auditor");
                    assertThat(failure.get("why").asText()).isEqualTo("invalid_user_credentials");
                })
                .anySatisfy(failure -> {
                    assertThat(failure.has("user")).isFalse();
                    assertThat(failure.get("why").asText()).isEqualTo("user_not_found");
                });
        assertThat(events.toString()).doesNotContain("my-secret-password");
    }

    @Test
    void anOperatorSeesDeniedRequestsByUserPlaceAndCount() {
        String officer = keycloak.token("rex.redcar");
        for (int i = 0; i < 3; i++) {
            given().header("Authorization", "Bearer " + officer)
                    .get("/api/concerns/K7Q2-9FXM-F")
                    .then()
                    .statusCode(404);
        }
        given().header("Authorization", "Bearer " + officer)
                .get("/api/security-events")
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer forged")
                .get("/api/queue")
                .then()
                .statusCode(401);

        JsonNode events = events();

        assertThat(times(events, "rex.redcar", 404, "/api/concerns")).isGreaterThanOrEqualTo(3);
        assertThat(times(events, "rex.redcar", 403, "/api/security-events")).isPositive();
        assertThat(times(events, "", 401, "/api/queue")).isPositive();
        assertThat(events.toString()).as("no case content").doesNotContain("K7Q2");
    }

    private static int times(JsonNode events, String user, int status, String place) {
        return Api.each(events.get("turnedAway"))
                .filter(line -> line.path("user").asText().equals(user)
                        && line.get("status").asInt() == status
                        && line.get("place").asText().equals(place))
                .mapToInt(line -> line.get("times").asInt())
                .sum();
    }
}
