package org.teestriage.web.keycloak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.browser.CookieBrowser;
import org.teestriage.testing.browser.CookieBrowser.Seen;
import org.teestriage.testing.server.KeycloakResource;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.PortForward;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.WithKeycloak;

/** The service starts while Keycloak is unreachable and signs users in later, without a restart. */
@QuarkusTest
@TestProfile(StartWithoutKeycloakTest.KeycloakUnreachable.class)
class StartWithoutKeycloakTest {

    private static final String PORT = "teestriage.keycloak.passage";

    /** Configures Keycloak at a port on which nothing listens yet. */
    public static final class KeycloakUnreachable extends WithKeycloak {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new QuarkusTestProfile.TestResourceEntry(MySqlResource.class),
                    new QuarkusTestProfile.TestResourceEntry(UnreachablePort.class));
        }
    }

    /** Reserves the port; the test forwards it to Keycloak later. */
    public static final class UnreachablePort implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                System.setProperty(PORT, Integer.toString(free.getLocalPort()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return KeycloakResource.settings(
                    "http://127.0.0.1:" + Integer.getInteger(PORT) + "/realms/" + RealKeycloak.REALM);
        }

        @Override
        public void stop() {}
    }

    @Test
    void theServiceStartsWithoutKeycloakAndSignsUsersInOnceItIsReachable() throws Throwable {
        RealKeycloak keycloak = RealKeycloak.shared();
        CookieBrowser visitor = new CookieBrowser(keycloak);
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/").status()).isEqualTo(200);
        Seen unavailable = visitor.get("/desk");
        assertThat(unavailable.status()).isEqualTo(503);
        assertThat(unavailable.body()).contains("Signing in is not possible right now", "999");
        assertThat(unavailable.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(given().get("/api/queue").statusCode()).isEqualTo(401);
        given().header("Authorization", "Bearer " + keycloak.token("olive.officer"))
                .get("/api/queue")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");

        PortForward open = PortForward.open(Integer.getInteger(PORT), keycloak.port());
        try {
            Eventually.within(Duration.ofSeconds(15), () -> {
                CookieBrowser next = new CookieBrowser(keycloak);
                assertThat(next.get("/desk").status()).isEqualTo(302);
                assertThat(next.signIn("olive.officer", "/desk").body()).contains("Olive Officer");
            });
        } finally {
            open.close();
        }
    }
}
