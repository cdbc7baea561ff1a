package org.teestriage.testing.server;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * The application as in production: a profile of its own, so that nothing of the test profile (demo accounts above all)
 * is there, with Keycloak the only way in.
 */
public class WithKeycloak implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "keycloak";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tees-triage.engine.timers-enabled", "false", "quarkus.devservices.enabled", "false");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MySqlResource.class), new TestResourceEntry(KeycloakResource.class));
    }
}
