package org.teestriage.testing.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Gives each start of the application an empty database on the shared MySQL of this JVM. As in production, migrations
 * and application use different accounts, and the application's account may not change timeline entries.
 */
public final class MySqlResource implements QuarkusTestResourceLifecycleManager {

    /** The number of Redcar officers for concurrency tests; no other test uses them. */
    public static final int RACERS = 8;

    /** An officer of Redcar who has never signed in before a test uses the account. */
    public static final String NEWCOMER = "newcomer";

    private static final String USERS = "quarkus.security.users.embedded.users.";
    private static final String ROLES = "quarkus.security.users.embedded.roles.";

    @Override
    public Map<String, String> start() {
        RealMySql server = RealMySql.shared();
        String name = "triage_" + UUID.randomUUID().toString().replace("-", "");
        String url = server.database(name);
        server.admitProduction(name);
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", RealMySql.APP,
                "quarkus.datasource.password", RealMySql.APP_PASSWORD,
                "tees-triage.migrations.jdbc-url", url,
                "tees-triage.migrations.username", RealMySql.MIGRATOR,
                "tees-triage.migrations.password", RealMySql.MIGRATOR_PASSWORD));
        settings.putAll(checkpoints(name));
        officer(settings, NEWCOMER);
        for (int number = 1; number <= RACERS; number++) {
            officer(settings, racer(number));
        }
        return settings;
    }

    /** A checkpoint folder outside the database, and keys for this run. */
    private static Map<String, String> checkpoints(String database) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    "tees-triage.checkpoints.folder",
                    Path.of(System.getProperty("basedir", ""), "target", "checkpoints", database)
                            .toAbsolutePath()
                            .toString(),
                    "tees-triage.checkpoints.private-key",
                    base64.encodeToString(keys.getPrivate().getEncoded()),
                    "tees-triage.checkpoints.public-keys",
                    base64.encodeToString(keys.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String racer(int number) {
        return "racer" + number;
    }

    private static void officer(Map<String, String> settings, String user) {
        settings.put(USERS + user, "demo");
        settings.put(ROLES + user, "OFFICER,hub/redcar-mach");
    }

    /** The server stops with the JVM; the next start of the application uses another database. */
    @Override
    public void stop() {}
}
