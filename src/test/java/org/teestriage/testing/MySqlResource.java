package org.teestriage.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;

/** Gives each start of the application an empty database on the JVM's one MySQL. */
public final class MySqlResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String name = "triage_" + UUID.randomUUID().toString().replace("-", "");
        return Map.of(
                "quarkus.datasource.jdbc.url", RealMySql.shared().database(name),
                "quarkus.datasource.username", RealMySql.ROOT,
                "quarkus.datasource.password", RealMySql.ROOT_PASSWORD);
    }

    /** The server ends with the JVM: the next start of the application asks for another database on it. */
    @Override
    public void stop() {}
}
