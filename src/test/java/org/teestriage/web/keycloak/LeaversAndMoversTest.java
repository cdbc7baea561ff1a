package org.teestriage.web.keycloak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.teestriage.casework.restriction.StandInService;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** Changes in Keycloak apply to tokens that were issued before. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class LeaversAndMoversTest {

    /** The identity cache of five seconds, plus five for a slow machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static RealKeycloak keycloak;

    @Inject
    StandInService standInService;

    @BeforeAll
    static void start() {
        keycloak = RealKeycloak.shared();
    }

    @Test
    void anOfficerWhoChangesHubLosesAccessToConcernsOfTheOldHub() throws Throwable {
        String concern = raise();
        String token = keycloak.token("mona.mover");
        get(token, "/api/concerns/" + concern).then().statusCode(200);
        assertThat(get(token, "/api/queue").asString()).contains(concern);

        keycloak.leave("mona.mover", "/hubs/chub");
        keycloak.join("mona.mover", "/hubs/redcar-mach");

        Duration took = Eventually.within(
                AT_ONCE, () -> assertThat(get(token, "/api/concerns/" + concern).statusCode())
                        .isEqualTo(404));
        assertThat(get(token, "/api/queue").then().statusCode(200).extract().asString())
                .doesNotContain(concern);
        System.out.println("MOVER: the same token stopped seeing the old hub after " + took.toMillis() + " ms");

        keycloak.leave("mona.mover", "/hubs/redcar-mach");
        keycloak.join("mona.mover", "/hubs/chub");
        Eventually.within(
                AT_ONCE, () -> assertThat(get(token, "/api/concerns/" + concern).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void anOfficerOfOneAuthorityOfTheHubSeesItsConcernsAndDecidesByTheirProfession() {
        String hartlepool = raise();
        String stockton = raise(Bodies.GROOMING.replace("TS24 7ZZ", "TS18 9ZZ"));
        keycloak.addHubGroup("chub-stockton", "chub", "E06000004");
        keycloak.leave("mona.mover", "/hubs/chub");
        keycloak.join("mona.mover", "/hubs/chub-stockton");
        keycloak.describe("mona.mover", "professional_role", "Social worker (triage)");
        try {
            String token = keycloak.token("mona.mover");

            assertThat(get(token, "/api/queue").then().statusCode(200).extract().asString())
                    .contains(stockton)
                    .doesNotContain(hartlepool);
            assertThat(get(token, "/api/concerns/" + hartlepool).statusCode()).isEqualTo(404);
            given().header("Authorization", "Bearer " + token)
                    .contentType("application/json")
                    .body(Bodies.NO_IMMEDIATE_DANGER)
                    .post("/api/concerns/" + stockton + "/immediate-risk-check/1")
                    .then()
                    .statusCode(200);
            assertThat(get(token, "/api/concerns/" + stockton + "/path")
                            .then()
                            .extract()
                            .<String>path("done[0].professionalRole"))
                    .isEqualTo("Social worker (triage)");
        } finally {
            keycloak.describe("mona.mover", "professional_role", null);
            keycloak.removeHubGroup("chub-stockton");
            keycloak.join("mona.mover", "/hubs/chub");
        }
    }

    @Test
    void aTokenOfADisabledAccountIsRefused() throws Throwable {
        keycloak.enable("leo.leaver", true);
        String token = keycloak.token("leo.leaver");
        get(token, "/api/queue").then().statusCode(200);

        keycloak.enable("leo.leaver", false);

        Duration took = Eventually.within(
                AT_ONCE, () -> assertThat(get(token, "/api/queue").statusCode()).isEqualTo(401));
        System.out.println("LEAVER: the same token stopped working after " + took.toMillis() + " ms");
        keycloak.enable("leo.leaver", true);
    }

    @Test
    void aTokenOfAnEndedKeycloakSessionIsRefused() throws Throwable {
        String token = keycloak.token("ada.auditor");
        get(token, "/api/concerns/" + raise() + "/timeline").then().statusCode(200);

        keycloak.admin("POST", "/users/" + keycloak.userId("ada.auditor") + "/logout", null);

        Eventually.within(
                AT_ONCE, () -> assertThat(get(token, "/api/queue").statusCode()).isEqualTo(401));
    }

    @Test
    void theNextManagerStandsInWhileTheOnlyNamedManagerHasLeftOrMoved() {
        String restrictions = "/api/concerns/" + raise() + "/restrictions";
        String max = keycloak.token("max.manager");
        String rhea = keycloak.token("rhea.redcar");
        standInService.review();
        assertThat(get(max, restrictions + "/staff").asString())
                .as("also staff who have not signed in")
                .contains("\"rex.redcar\"", "Leo Leaver")
                .doesNotContain("rita.referrer", "ada.auditor", "nora.none", "toby.two");
        given().header("Authorization", "Bearer " + max)
                .contentType("application/json")
                .body("{\"kind\": \"RESTRICT\", \"users\": [\"max.manager\"], \"reason\": \"Well known here.\"}")
                .post(restrictions)
                .then()
                .statusCode(200);
        assertThat(get(rhea, restrictions).statusCode()).isEqualTo(404);

        keycloak.enable("max.manager", false);
        try {
            standInService.review();
            assertThat(get(rhea, restrictions).asString())
                    .as("the only manager has left")
                    .contains("rhea.redcar");
        } finally {
            keycloak.enable("max.manager", true);
        }
        standInService.review();
        assertThat(get(rhea, restrictions).statusCode())
                .as("the manager is back")
                .isEqualTo(404);

        keycloak.leave("max.manager", "/hubs/chub");
        keycloak.join("max.manager", "/hubs/redcar-mach");
        try {
            standInService.review();
            assertThat(Stream.of(rhea, keycloak.token("max.manager"))
                            .filter(manager -> get(manager, restrictions).statusCode() == 200))
                    .as("the only manager has moved: one manager of the next hub stands in")
                    .hasSize(1);
        } finally {
            keycloak.leave("max.manager", "/hubs/redcar-mach");
            keycloak.join("max.manager", "/hubs/chub");
        }
        standInService.review();
        assertThat(get(rhea, restrictions).statusCode()).isEqualTo(404);
    }

    private static String raise() {
        return raise(Bodies.GROOMING);
    }

    private static String raise(String concern) {
        return given().header("Authorization", "Bearer " + keycloak.token("rita.referrer"))
                .contentType("application/json")
                .body(concern)
                .post("/api/concerns")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    private static Response get(String token, String path) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }
}
