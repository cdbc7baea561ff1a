package org.teestriage.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.testing.client.Api;

@QuarkusTest
class MovedAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "/turned-away, /security-events",
        "/concerns/K7Q2-9FXM-F/walls, /concerns/K7Q2-9FXM-F/restrictions",
        "/api/concerns/K7Q2-9FXM-F/walls, /api/concerns/K7Q2-9FXM-F/restrictions",
        "/concerns/K7Q2-9FXM-F/tell/danger?again=true, /concerns/K7Q2-9FXM-F/amendments/danger?again=true"
    })
    void anAddressOfThePreviousReleaseRedirects(String before, String now) {
        given().redirects().follow(false).get(before).then().statusCode(308).header("Location", endsWith(now));
    }

    @Test
    void aFormThatWasOpenDuringTheUpgradeKeepsItsMethod() {
        for (String before : List.of("/concerns/K7Q2-9FXM-F/tell/danger", "/concerns/K7Q2-9FXM-F/walls/2/lift")) {
            given().redirects()
                    .follow(false)
                    .formParam("what", "He is outside.")
                    .post(before)
                    .then()
                    .statusCode(308);
        }
    }

    @Test
    void aPageThatWasOpenDuringTheUpgradeKeepsItsSession() {
        Api.as("officer.redcar").get("/desk/stay").then().statusCode(204);
        int signedOut = given().redirects().follow(false).get("/desk/stay").statusCode();
        assertThat(signedOut)
                .isNotEqualTo(204)
                .isEqualTo(given().redirects()
                        .follow(false)
                        .get("/session/keep-alive")
                        .statusCode());
    }
}
