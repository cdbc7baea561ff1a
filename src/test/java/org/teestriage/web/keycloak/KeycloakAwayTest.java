package org.teestriage.web.keycloak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.browser.CookieBrowser;
import org.teestriage.testing.browser.CookieBrowser.Seen;
import org.teestriage.testing.client.Signer;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** Keycloak stopped, and Keycloak that accepts connections but does not answer. Neither grants access. */
@QuarkusTest
@TestProfile(WithKeycloak.class)
class KeycloakAwayTest {

    private static RealKeycloak keycloak;

    @BeforeAll
    static void start() {
        keycloak = RealKeycloak.shared();
    }

    @Test
    void whileKeycloakIsDownValidTokensWorkUntilTheyExpireAndAllOthersAreRefused() throws Throwable {
        CookieBrowser visitor = new CookieBrowser(keycloak);
        visitor.signIn("olive.officer", "/desk");
        String moved = keycloak.token("mona.mover");
        assertThat(status(moved)).isEqualTo(200);
        keycloak.enable("leo.leaver", true);
        String left = keycloak.token("leo.leaver");
        keycloak.enable("leo.leaver", false);
        assertThat(status(left)).isEqualTo(401);
        String brief = keycloak.tokens("test-short-tokens", "olive.officer")
                .get("access_token")
                .asText();
        ObjectNode claims = Signer.claims(brief);
        Instant expiry = Instant.ofEpochSecond(claims.get("exp").asLong());

        keycloak.stop();
        try {
            assertThat(visitor.get("/desk").status()).as("a page, signed in").isEqualTo(200);
            assertThat(status(brief)).as("a token").isEqualTo(200);
            assertThat(Instant.now()).as("the test machine is quick enough").isBefore(expiry);
            // After the identity cache of five seconds the last answer of Keycloak counts, not the claims of the token.
            Eventually.within(Duration.ofSeconds(30), () -> {
                int status = status(brief);
                assertThat(status == 200 && Instant.now().isAfter(expiry.plusSeconds(1)))
                        .as("accepted after its expiry")
                        .isFalse();
                assertThat(status).isEqualTo(401);
            });
            assertThat(Instant.now()).isAfterOrEqualTo(expiry);
            assertThat(status(left)).as("a disabled account").isEqualTo(401);
            assertThat(status(Signer.withNewKey().sign("no-such-key", claims)))
                    .as("forged")
                    .isEqualTo(401);
            assertThat(status(Signer.unsigned(claims))).as("unsigned").isEqualTo(401);

            Seen page = new CookieBrowser(keycloak).get("/desk");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body())
                    .contains(
                            "Signing in is not possible right now",
                            "If a child is in danger now, call <a class=\"govuk-link\" href=\"tel:999\">999</a>.")
                    .doesNotContain("Exception", "quarkus", "\tat ");
            assertThat(given().get("/").statusCode()).as("the start page").isEqualTo(200);
            assertThat(given().get("/q/health/ready").statusCode()).as("ready").isEqualTo(200);
            assertThat(visitor.get("/desk").status()).as("still signed in").isEqualTo(200);
        } finally {
            keycloak.start();
            keycloak.enable("leo.leaver", true);
        }
        Eventually.within(Duration.ofSeconds(15), () -> assertThat(new CookieBrowser(keycloak)
                        .signIn("olive.officer", "/desk")
                        .status())
                .isEqualTo(200));
        assertThat(visitor.get("/desk").status()).isEqualTo(200);
    }

    @Test
    void aHangingKeycloakDelaysOnlyTheFirstCall() {
        String token = keycloak.token("rex.redcar");
        keycloak.pause();
        try {
            Duration first = timed(() -> assertThat(status(token)).isEqualTo(200));
            Duration next = timed(() -> assertThat(status(token)).isEqualTo(200));
            Duration page = timed(
                    () -> assertThat(new CookieBrowser(keycloak).get("/desk").status())
                            .isEqualTo(503));
            System.out.printf(
                    "KEYCLOAK FROZEN: first call %d ms, next %d ms, sign-in page refused after %d ms%n",
                    first.toMillis(), next.toMillis(), page.toMillis());
            assertThat(first).isLessThan(Duration.ofSeconds(4));
            assertThat(next).isLessThan(Duration.ofSeconds(1));
        } finally {
            keycloak.resume();
        }
    }

    /**
     * The service remembers for some seconds that Keycloak did not answer; waits until the next test is not affected.
     */
    @AfterEach
    void awaitKeycloak() throws Throwable {
        Eventually.within(Duration.ofSeconds(15), () -> assertThat(
                        new CookieBrowser(keycloak).get("/desk").status())
                .isEqualTo(302));
    }

    private static Duration timed(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/queue")
                .statusCode();
    }
}
