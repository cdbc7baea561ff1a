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
 * Gives each start of the application an empty database on the JVM's one MySQL. As in production, the migrations run
 * under one account and the application under another, which may not change what it wrote on the timeline.
 */
public final class MySqlResource implements QuarkusTestResourceLifecycleManager {

    /** How many officers of Redcar there are for a race; no other test acts as one of them. */
    public static final int RACERS = 8;

    /** An officer of Redcar who has never been here before a test makes them come. */
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

    /** A folder outside the database, and keys that nobody else has. */
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

    /** The server ends with the JVM: the next start of the application asks for another database on it. */
    @Override
    public void stop() {}
}
