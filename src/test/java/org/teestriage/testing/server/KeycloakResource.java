package org.teestriage.testing.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Configures the application with the shared Keycloak of this JVM, on the port that the realm knows. */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return settings(RealKeycloak.shared().realm());
    }

    /** The settings of an application that reaches the realm at this URL. */
    public static Map<String, String> settings(String realm) {
        RealKeycloak keycloak = RealKeycloak.shared();
        Map<String, String> settings = new HashMap<>(RealKeycloak.REQUIRED);
        settings.putAll(Map.of(
                "tees-triage.http.public-address",
                keycloak.service(),
                "quarkus.oidc.auth-server-url",
                realm,
                "quarkus.http.test-port",
                "0",
                "quarkus.http.test-ssl-port",
                Integer.toString(keycloak.servicePort()),
                "quarkus.http.ssl.certificate.key-store-file",
                keycloak.certificate().keyStore().toString(),
                "quarkus.http.ssl.certificate.key-store-password",
                Certificate.PASSWORD));
        return settings;
    }

    /** The server stops with the JVM. */
    @Override
    public void stop() {}
}
