package org.teestriage.testing.server;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * Runs the application as in production: a profile of its own without the settings and demo accounts of the test
 * profile; Keycloak is the only way to sign in.
 */
public class WithKeycloak implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "keycloak";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tees-triage.engine.timers-enabled", "false",
                "quarkus.devservices.enabled", "false",
                "quarkus.shutdown.delay", "0S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MySqlResource.class), new TestResourceEntry(KeycloakResource.class));
    }
}
