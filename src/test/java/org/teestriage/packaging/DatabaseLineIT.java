package org.teestriage.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teestriage.testing.Eventually;
import org.teestriage.testing.server.Certificate;
import org.teestriage.testing.server.Cluster;
import org.teestriage.testing.server.Jvm;
import org.teestriage.testing.server.RealKeycloak;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.timeline.checkpoint.CheckpointFolder;

/**
 * The packaged service with a MySQL that demands TLS, under the shipped rights, with checkpoints outside the database.
 */
class DatabaseLineIT {

    private static final String KEYCLOAK = "-Dquarkus.oidc.auth-server-url=http://127.0.0.1:9/realms/tees-triage";
    private static final List<String> OPTIONS =
            List.of("-Dquarkus.http.port=0", "-Dquarkus.management.port=0", "-Dquarkus.shutdown.delay=0S");
    private static final String DATABASE = "sealed_line";

    @TempDir
    Path temporary;

    @Test
    @Timeout(60)
    void theServiceRefusesToStartWithoutTlsToARemoteDatabase() throws Exception {
        Map<String, String> plain = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:mysql://db.example/teestriage",
                "QUARKUS_DATASOURCE_USERNAME", "app",
                "QUARKUS_DATASOURCE_PASSWORD", "never-sent");
        Process service = start(plain, List.of(KEYCLOAK));
        assertThat(service.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(service.exitValue()).isNotZero();
        assertThat(output())
                .contains("add sslMode=VERIFY_IDENTITY to quarkus.datasource.jdbc.url")
                .doesNotContain("never-sent");
    }

    @Test
    @Timeout(60)
    void theServiceRefusesToStartWhenAnAuthorityHasNoHub() throws Exception {
        String hubs = Files.readString(Path.of("config/hubs.yaml"));
        String shrunk = hubs.replaceFirst("(?m)^  - \\{ code: E06000001, name: Hartlepool.*$", "");
        assertThat(shrunk).isNotEqualTo(hubs);
        Files.writeString(
                Files.createDirectories(temporary.resolve("empty/config")).resolve("hubs.yaml"), shrunk);
        RealMySql server = RealMySql.shared();
        Map<String, String> here = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                server.database("unserved"),
                "QUARKUS_DATASOURCE_USERNAME",
                RealMySql.ROOT,
                "QUARKUS_DATASOURCE_PASSWORD",
                RealMySql.ROOT_PASSWORD,
                "QUARKUS_FLYWAY_MIGRATE_AT_START",
                "false");
        Process service = start(here, List.of(KEYCLOAK));
        assertThat(service.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(service.exitValue()).isNotZero();
        assertThat(output()).contains("hubs.yaml cannot be used").contains("E06000001");
    }

    @Test
    @Timeout(240)
    void overVerifiedTlsTheServiceWritesCheckpointsThatVerify() throws Throwable {
        RealMySql server = RealMySql.shared();
        server.database(DATABASE);
        server.admitProduction(DATABASE);
        Path authority = installCertificate(server);
        String here = server.url(DATABASE).replace("127.0.0.1", "localhost");
        String verified = here + "&sslMode=VERIFY_IDENTITY&trustCertificateKeyStoreType=PKCS12"
                + "&trustCertificateKeyStoreUrl=" + authority.toUri() + "&trustCertificateKeyStorePassword="
                + Certificate.PASSWORD;

        assertThatThrownBy(() -> connect(here + "&sslMode=DISABLED&allowPublicKeyRetrieval=true"))
                .as("the account itself demands TLS")
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> connect(here + "&sslMode=VERIFY_IDENTITY"))
                .as("a server with an untrusted certificate")
                .isInstanceOf(SQLException.class);
        connect(verified);

        Flyway.configure()
                .dataSource(verified, RealMySql.MIGRATOR, RealMySql.MIGRATOR_PASSWORD)
                .locations("classpath:db/migration", "classpath:org/teestriage/workflow/process")
                .load()
                .migrate();
        server.grantProduction(DATABASE, tables(server));

        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path folder = temporary.resolve("checkpoints");
        Path publicKey = Files.writeString(
                temporary.resolve("public.pem"),
                "-----BEGIN PUBLIC KEY-----\n" + base64(keys.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        Map<String, String> settings = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", verified,
                "QUARKUS_DATASOURCE_USERNAME", RealMySql.APP,
                "QUARKUS_DATASOURCE_PASSWORD", RealMySql.APP_PASSWORD,
                "QUARKUS_FLYWAY_JDBC_URL", verified,
                "QUARKUS_FLYWAY_USERNAME", RealMySql.MIGRATOR,
                "QUARKUS_FLYWAY_PASSWORD", RealMySql.MIGRATOR_PASSWORD));
        Map<String, String> verifier = Map.copyOf(settings);
        settings.put("TEES_TRIAGE_CHECKPOINTS_FOLDER", folder.toString());
        settings.put(
                "TEES_TRIAGE_CHECKPOINTS_PRIVATE_KEY", base64(keys.getPrivate().getEncoded()));
        settings.put(
                "TEES_TRIAGE_CHECKPOINTS_PUBLIC_KEYS", base64(keys.getPublic().getEncoded()));

        Process service = start(settings, List.of(KEYCLOAK));
        try {
            Eventually.within(Duration.ofSeconds(60), () -> assertThat(new CheckpointFolder(folder).files())
                    .isNotEmpty());
        } finally {
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        String[] verify = {"verify", "--checkpoints", folder.toString(), publicKey.toString()};
        Process intact = start(verifier, List.of(), verify);
        assertThat(intact.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(intact.exitValue()).as(output()).isZero();
        assertThat(output()).contains("checkpoints compared, 0 faults");

        try (Connection root = server.open(DATABASE);
                Statement statement = root.createStatement()) {
            statement.execute("DELETE FROM checkpoint");
        }
        Process older = start(verifier, List.of(), verify);
        assertThat(older.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(older.exitValue()).isEqualTo(1);
        assertThat(output()).contains("the database was set back");
    }

    private static void connect(String url) throws SQLException {
        DriverManager.getConnection(url, RealMySql.APP, RealMySql.APP_PASSWORD).close();
    }

    /** Installs a certificate for localhost on the server; returns the trust store for it. */
    private Path installCertificate(RealMySql server) throws IOException, GeneralSecurityException, SQLException {
        Certificate certificate = Certificate.forThisJvm();
        char[] password = Certificate.PASSWORD.toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(certificate.keyStore())) {
            keys.load(file, password);
        }
        String alias = keys.aliases().nextElement();
        Path key = Files.writeString(
                certificate.keyStore().resolveSibling("mysql-key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + base64(keys.getKey(alias, password).getEncoded()) + "\n-----END PRIVATE KEY-----\n");
        try (Connection root = server.open("");
                Statement statement = root.createStatement()) {
            statement.execute("SET GLOBAL ssl_ca = '" + certificate.authority() + "'");
            statement.execute("SET GLOBAL ssl_cert = '" + certificate.authority() + "'");
            statement.execute("SET GLOBAL ssl_key = '" + key + "'");
            statement.execute("ALTER INSTANCE RELOAD TLS");
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(alias, keys.getCertificate(alias));
        Path store = temporary.resolve("authority.p12");
        try (OutputStream file = Files.newOutputStream(store)) {
            trusted.store(file, password);
        }
        return store;
    }

    private static List<String> tables(RealMySql server) throws SQLException {
        try (Connection root = server.open(DATABASE);
                var found = root.getMetaData().getTables(DATABASE, null, "%", new String[] {"TABLE"})) {
            List<String> tables = new ArrayList<>();
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
            return tables;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    }

    private String output() throws IOException {
        return Files.readString(temporary.resolve("output.txt"));
    }

    /** Runs in an empty folder, so that the config folder of the project is not read. */
    private Process start(Map<String, String> settings, List<String> options, String... command) throws IOException {
        Jvm java = Jvm.fast();
        List<String> line = Stream.of(
                        Stream.of(java.java().toString()),
                        java.options().stream(),
                        OPTIONS.stream(),
                        options.stream(),
                        Stream.of("-jar", Cluster.PACKAGED.resolve(Cluster.JAR).toString()),
                        Arrays.stream(command))
                .flatMap(part -> part)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(Files.createDirectories(temporary.resolve("empty")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output.txt").toFile());
        RealKeycloak.REQUIRED.forEach((setting, value) -> builder.environment().put(Cluster.variable(setting), value));
        builder.environment().putAll(settings);
        return builder.start();
    }
}
