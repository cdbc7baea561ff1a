package org.teestriage.testing.server;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.teestriage.testing.client.Tokens;
import org.teestriage.testing.invariant.Invariants;
import org.teestriage.testing.invariant.ShownReference;

/**
 * Several nodes of the packaged service on one database with the rights of production, with one Keycloak and one
 * partner.
 */
public final class Cluster implements AutoCloseable {

    /** The folder that {@code mvn package} produces. */
    public static final Path PACKAGED = Path.of("target/service").toAbsolutePath();

    /** The jar in that folder; its libraries are next to it. */
    public static final String JAR = "tees-triage.jar";

    public static final String POLICE = "/letters";

    /** Overridden by {@link #with}, for tests in which a node reports that it is not ready before it stops. */
    private static final String AT_ONCE = "-Dquarkus.shutdown.delay=0S";

    private static final Duration TO_WRITE_IT_DOWN = Duration.ofMinutes(2);

    private final RealMySql mysql;
    private final String database = "nodes_" + UUID.randomUUID().toString().replace("-", "");
    private final String url;
    private final Path folder;
    private final int policePort = Ports.next();
    private final Tokens tokens = new Tokens();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private Jvm jvm = Jvm.own();
    private String policeChannel;

    private Cluster(RealMySql mysql, Path folder) {
        this.mysql = mysql;
        this.folder = folder;
        this.url = mysql.database(database);
        this.policeChannel =
                "channel: https, url: 'http://127.0.0.1:%d%s', secret: made.up.key".formatted(policePort, POLICE);
    }

    /** A new database with all tables on this server, and no node yet; the logs of nodes go into the folder. */
    public static Cluster fresh(RealMySql mysql, Path folder) throws IOException {
        Cluster cluster = new Cluster(mysql, folder);
        cluster.mysql.admitProduction(cluster.database);
        cluster.on(Jvm.fast().with(AT_ONCE)).migrate();
        cluster.grant();
        return cluster.on(Jvm.own());
    }

    /** Adds a setting for nodes started from now on. */
    public Cluster with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Nodes started from now on also have the address that the realm knows, where users sign in; one node at a time. */
    public Cluster withPages() {
        RealKeycloak keycloak = RealKeycloak.shared();
        return with("tees-triage.http.public-address", keycloak.service())
                .with("quarkus.http.ssl-port", Integer.toString(keycloak.servicePort()))
                .with(
                        "quarkus.http.ssl.certificate.key-store-file",
                        keycloak.certificate().keyStore().toString())
                .with("quarkus.http.ssl.certificate.key-store-password", Certificate.PASSWORD);
    }

    /** Sets the Java for nodes started from now on. */
    public Cluster on(Jvm other) {
        jvm = other;
        return this;
    }

    /** Nodes started from now on use the fast compiler only, and a class archive that is recorded once per build. */
    public Cluster startingFast() throws Throwable {
        Jvm fast = jvm.with("-XX:TieredStopAtLevel=1");
        // Tests in another JVM wait until the first has recorded, and never see half an archive.
        try (FileChannel turn = FileChannel.open(besideArchive(".lock"), CREATE, WRITE)) {
            turn.lock();
            if (!Jvm.isRecorded()) {
                Path incomplete = besideArchive(".part");
                Files.deleteIfExists(incomplete);
                on(fast.with(AT_ONCE)).rehearse(PACKAGED, incomplete);
                Files.move(incomplete, Jvm.RECORDED, ATOMIC_MOVE);
            }
        }
        return on(fast.rehearsed(Jvm.RECORDED));
    }

    private static Path besideArchive(String ending) {
        return Jvm.RECORDED.resolveSibling(Jvm.RECORDED.getFileName() + ending);
    }

    /**
     * Runs one node and one concern to record a class archive or AOT cache in this file; nodes started from now on use
     * it.
     */
    public Cluster rehearse(Path packaged, Path archive) throws Throwable {
        Jvm played = jvm;
        Node first = on(played.rehearsing(archive)).start(packaged);
        first.awaitReady();
        first.wholeConcern();
        first.terminate();
        first.awaitEnd(TO_WRITE_IT_DOWN);
        return on(played.rehearsed(archive));
    }

    public Node start() {
        return start(PACKAGED);
    }

    /** Starts a node of another release from this folder. */
    public Node start(Path packaged) {
        int port = Ports.next();
        Path output = folder.resolve("node-" + (nodes.size() + 1) + ".log");
        Node node = new Node(
                run(packaged, output, RealMySql.APP, RealMySql.APP_PASSWORD, "-Dquarkus.http.port=" + port),
                port,
                output,
                database,
                tokens);
        nodes.add(node);
        return node;
    }

    /**
     * Starts the server of the partner that receives all police reports; before that, no server listens on its port.
     */
    public HttpStub police() {
        return new HttpStub(policePort);
    }

    /** Nodes started from now on send police reports by mail, to {@link #mail()}. */
    public Cluster policeByMail() {
        policeChannel = "channel: mail, mail-to: reports@police.example, secure: true";
        return with("tees-triage.channel.mail.host", "127.0.0.1")
                .with("tees-triage.channel.mail.port", String.valueOf(policePort))
                .with("tees-triage.channel.mail.from", "hub@triage.example")
                .with(
                        "tees-triage.channel.mail.authorities",
                        Certificate.forThisJvm().authority().toString());
    }

    /** Starts the mail server; before that, no server listens on its port. */
    public SmtpStub mail() {
        return SmtpStub.encryptingAt(policePort);
    }

    public int policePort() {
        return policePort;
    }

    public List<List<String>> rows(String sql, Object... values) {
        try (Connection connection = mysql.open(database)) {
            return TestDatabase.rows(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public String database() {
        return database;
    }

    /** The first column of a query. */
    public List<String> column(String sql, Object... values) {
        return rows(sql, values).stream().map(row -> row.get(0)).toList();
    }

    /** Changes data that no API call can change, such as due times of timers. */
    public void change(String sql) {
        try (Connection connection = mysql.open(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public List<String> brokenInvariants() {
        try (Connection connection = mysql.open(database)) {
            return new Invariants(connection).broken(ShownReference.of(database));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Every command migrates the tables; this one also deploys the path model, which needs more rights than the service
     * has yet.
     */
    private void migrate() {
        commandAs(RealMySql.ROOT, RealMySql.ROOT_PASSWORD, "verify");
    }

    /** Runs a command of the packaged service and returns its duration; fails where the command fails. */
    public Duration command(String... words) {
        return commandAs(RealMySql.APP, RealMySql.APP_PASSWORD, words);
    }

    /** Starts a command of the packaged service, which the caller ends. */
    public Process startCommand(String... words) {
        return run(
                PACKAGED,
                folder.resolve("command.log"),
                RealMySql.APP,
                RealMySql.APP_PASSWORD,
                "-Dnothing=else",
                words);
    }

    private Duration commandAs(String user, String password, String... words) {
        Path output = folder.resolve("command.log");
        long start = System.nanoTime();
        Process running = run(PACKAGED, output, user, password, "-Dnothing=else", words);
        try {
            if (running.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void grant() {
        mysql.grantProduction(
                database,
                column("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE'"));
    }

    /** Runs in a folder of its own, so that the config folder of the project is not read. */
    private Process run(Path packaged, Path output, String user, String password, String option, String... command) {
        List<String> line = new ArrayList<>(List.of(jvm.java().toString()));
        line.addAll(jvm.options());
        line.add(option);
        line.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dtees-triage.partners-file=" + partners(),
                "-Dtees-triage.channel.private-addresses-allowed=127.0.0.1",
                "-Dmade.up.key=" + PartnerWorld.SECRET));
        settings.forEach((setting, value) -> line.add("-D" + setting + "=" + value));
        line.add("-jar");
        line.add(packaged.resolve(JAR).toString());
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        url,
                        "QUARKUS_DATASOURCE_USERNAME",
                        user,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        password,
                        "TEES_TRIAGE_MIGRATIONS_JDBC_URL",
                        url,
                        "TEES_TRIAGE_MIGRATIONS_USERNAME",
                        RealMySql.MIGRATOR,
                        "TEES_TRIAGE_MIGRATIONS_PASSWORD",
                        RealMySql.MIGRATOR_PASSWORD,
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        RealKeycloak.shared().realm()));
        RealKeycloak.REQUIRED.forEach((setting, value) -> builder.environment().put(variable(setting), value));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment variable of a setting. */
    public static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private Path partners() {
        try {
            return Files.writeString(folder.resolve("partners.yaml"), """
                partners:
                  - {id: police, name: Cleveland Police, kind: police, %s, receipt-within: PT2H, owner: none, source: made up}
                  - {id: ceop, name: CEOP, kind: ceop, channel: person, receipt-within: PT2H, owner: none, source: made up}
                """.formatted(policeChannel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the remaining nodes. */
    @Override
    public void close() {
        nodes.forEach(Node::destroy);
        nodes.stream().filter(Node::alive).forEach(node -> node.awaitEnd(Duration.ofSeconds(30)));
    }
}
