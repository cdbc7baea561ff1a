package org.teestriage.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Points the application at the JVM's one Keycloak, and has it listen where the realm knows it. */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        RealKeycloak keycloak = RealKeycloak.shared();
        return Map.of(
                "quarkus.oidc.auth-server-url", keycloak.realm(),
                "quarkus.oidc.credentials.secret", RealKeycloak.CLIENT_SECRET,
                "quarkus.http.test-port", Integer.toString(keycloak.servicePort()));
    }

    /** The server ends with the JVM. */
    @Override
    public void stop() {}
}
