package org.teestriage.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real MySQL on a loopback port with its own data directory; it stops with this JVM. */
public final class RealMySql implements AutoCloseable {

    public static final String ROOT = "root";
    public static final String ROOT_PASSWORD = "";

    /** The account of the service in production, which may not change timeline entries. */
    public static final String APP = "app";

    public static final String APP_PASSWORD = "app-for-tests";

    /** The account of the migrations. */
    public static final String MIGRATOR = "migrator";

    public static final String MIGRATOR_PASSWORD = "migrator-for-tests";

    /** The read account of an external auditor. */
    public static final String AUDITOR = "audit_reader";

    public static final String AUDITOR_PASSWORD = "auditor-for-tests";

    private static final Pattern GRANT =
            Pattern.compile("(?:GRANT|REVOKE IF EXISTS) (.+) ON teestriage\\.(\\S+) (?:TO|FROM) '(\\w+)'@'%'");
    /**
     * Commits are written at once, so that they survive a kill of the server, but are not synchronised with the disk.
     * One thread writes the log: handing over to others takes longer where few transactions commit at once.
     */
    private static final String[] WITHOUT_SYNCHRONISATION = {
        "SET GLOBAL innodb_flush_log_at_trx_commit = 2",
        "SET GLOBAL sync_binlog = 0",
        "SET GLOBAL innodb_log_writer_threads = OFF"
    };

    private static final String SHARED_PORT = "teestriage.mysql.port";
    private static final String HANDED_OUT = "teestriage.mysql.databases";
    private static final Path BASE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path SCRIPT = BASE.resolve("src/test/scripts/mysql.sh");
    private static final Path DATA = BASE.resolve("target/mysql")
            .resolve(Long.toString(ProcessHandle.current().pid()));

    private final Path data;
    private final int port;

    /** The size of its disk; empty where it uses the disk of the machine. */
    private final String size;

    private RealMySql(Path data, int port, String size) {
        this.data = data;
        this.port = port;
        this.size = size;
    }

    /**
     * The shared server of this JVM, started by the first call. It does not wait for the disk, which takes longer than
     * most statements; the others have default durability.
     */
    public static RealMySql shared() {
        // Quarkus loads this class more than once: only objects of the JVM itself, such as system properties, are
        // unique.
        synchronized (Runtime.getRuntime()) {
            Integer running = Integer.getInteger(SHARED_PORT);
            if (running != null) {
                return new RealMySql(DATA, running, "");
            }
            RealMySql server = start(DATA, "");
            System.setProperty(SHARED_PORT, Integer.toString(server.port));
            System.out.println("REAL MYSQL " + server.version());
            return server;
        }
    }

    /** Another server, for tests that kill it while others use the shared one. */
    public static RealMySql alone(String name) {
        return start(DATA.resolveSibling(DATA.getFileName() + "-" + name), "");
    }

    /** The same on a small disk of its own, such as {@code 600m}; its data is lost when the server stops. */
    public static RealMySql aloneOnADiskOf(String size, String name) {
        return start(DATA.resolveSibling(DATA.getFileName() + "-" + name), size);
    }

    /** A server on an existing data directory, such as a backup. */
    public static RealMySql on(Path data) {
        return start(data, "");
    }

    private static RealMySql start(Path data, String size) {
        script("obtain", cache().toString());
        RealMySql server = new RealMySql(data, Ports.next(), size);
        ProcessBuilder stop = Scripts.command(SCRIPT, "stop", data.toString());
        // Prepared outside the shutdown hook: Quarkus may have closed the class loader before the hook runs.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Scripts.output(stop), "stop MySQL"));
        server.run();
        return server;
    }

    private void run() {
        List<String> words =
                new ArrayList<>(List.of("start", cache().toString(), Integer.toString(port), data.toString()));
        if (!size.isEmpty()) {
            words.add(size);
        }
        script(words.toArray(String[]::new));
        if (data.equals(DATA)) {
            execute("", WITHOUT_SYNCHRONISATION);
        }
    }

    /** Kills the server, as a power cut would. Committed data is available after {@link #restart()}. */
    public void kill() {
        script("kill", data.toString());
    }

    /** Freezes the server until {@link #resume()}: it accepts connections and does not answer. */
    public void pause() {
        script("pause", data.toString());
    }

    public void resume() {
        script("resume", data.toString());
    }

    /** Fills its own disk completely, until {@link #freeTheDisk()}. */
    public void fillTheDisk() {
        script("fill", data.toString());
    }

    public void freeTheDisk() {
        script("free", data.toString());
    }

    /** Restarts the server on the same port and data; kills it first where it still runs. */
    public void restart() {
        kill();
        run();
    }

    @Override
    public void close() {
        script("stop", data.toString());
    }

    /** Creates an empty database with the character set of production; returns its JDBC URL. */
    public String database(String name) {
        execute("", "CREATE DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci".formatted(name));
        synchronized (Runtime.getRuntime()) {
            if (Integer.getInteger(SHARED_PORT, 0) == port) {
                System.setProperty(HANDED_OUT, System.getProperty(HANDED_OUT, "") + name + " ");
            }
        }
        return url(name);
    }

    /** The databases that tests have used on the shared server so far; empty where it was not started. */
    public static List<String> usedDatabases() {
        String names = System.getProperty(HANDED_OUT, "").strip();
        return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    }

    /** Creates the three accounts of production, as an administrator does before there are tables. */
    public void admitProduction(String database) {
        execute("", shipped("users.sql").map(sql -> ours(sql, database)).toArray(String[]::new));
    }

    /**
     * Grants the rights of production on these tables; call it after the migrations. Fails for a table that {@code
     * rights.sql} does not name, because the service could not write it in production.
     */
    public void grantProduction(String database, Collection<String> tables) {
        Set<String> named = new TreeSet<>(Set.of("*"));
        List<String> statements = new ArrayList<>();
        shipped("rights.sql").forEach(sql -> {
            Matcher grant = GRANT.matcher(sql);
            if (!grant.matches()) {
                throw new IllegalStateException("rights.sql holds something else than rights: " + sql);
            }
            if (grant.group(2).equals("*") || tables.contains(grant.group(2))) {
                named.add(grant.group(2));
                statements.add(ours(sql, database));
            }
        });
        List<String> forgotten =
                tables.stream().filter(table -> !named.contains(table)).toList();
        if (!forgotten.isEmpty()) {
            throw new IllegalStateException("config/mysql/rights.sql does not say who may what in " + forgotten);
        }
        execute("", statements.toArray(String[]::new));
    }

    /** Takes a backup of the whole server with the shipped script, while it is in use. */
    public void backUpTo(Path folder) {
        // The duration is not limited, and the script prints nothing meanwhile.
        String patient = url("").replaceFirst("socketTimeout=\\d+", "socketTimeout=0");
        try (var connection = DriverManager.getConnection(patient, ROOT, ROOT_PASSWORD);
                var statement = connection.createStatement()) {
            for (String sql : (Iterable<String>) shipped("backup.sql")::iterator) {
                statement.execute(sql.replace("/TO/A/NEW/FOLDER", folder.toString()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test MySQL takes no backup", e);
        }
    }

    private static Stream<String> shipped(String name) {
        try {
            String statements = Files.readAllLines(BASE.resolve("config/mysql").resolve(name)).stream()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining(" "));
            return Arrays.stream(statements.split(";", -1)).map(String::strip).filter(sql -> !sql.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped script, adapted to the database and accounts of a test. */
    private static String ours(String sql, String database) {
        return sql.replace("teestriage.", "`%s`.".formatted(database))
                .replace("EXISTS teestriage ", "EXISTS `%s` ".formatted(database))
                .replace("tees_triage_migrate", MIGRATOR)
                .replace("tees_triage_app", APP)
                .replace("tees_triage_auditor", AUDITOR)
                .replace("MIGRATE-SECRET", MIGRATOR_PASSWORD)
                .replace("APP-SECRET", APP_PASSWORD)
                .replace("AUDITOR-SECRET", AUDITOR_PASSWORD);
    }

    public Connection open(String database) throws SQLException {
        return DriverManager.getConnection(url(database), ROOT, ROOT_PASSWORD);
    }

    public Connection openAsApp(String database) throws SQLException {
        return DriverManager.getConnection(url(database), APP, APP_PASSWORD);
    }

    public Connection openAsAuditor(String database) throws SQLException {
        return DriverManager.getConnection(url(database), AUDITOR, AUDITOR_PASSWORD);
    }

    /** The JDBC URL of production on this server. */
    public String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database
                + "?nullDatabaseMeansCurrent=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                + "&connectTimeout=3000&socketTimeout=10000&cachePrepStmts=true&rewriteBatchedStatements=true";
    }

    /** The version that the server reports. */
    public String version() {
        try (var connection = open("");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT VERSION()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The test MySQL does not answer", e);
        }
    }

    private void execute(String database, String... statements) {
        try (var connection = open(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test MySQL refuses: " + String.join("; ", statements), e);
        }
    }

    /** Outside the build directory, so that {@code mvn clean} does not delete the download. */
    static Path cache() {
        @Nullable String chosen = System.getenv("TEES_TRIAGE_CACHE");
        Path cache =
                chosen != null ? Path.of(chosen) : Path.of(System.getProperty("user.home"), ".cache", "tees-triage");
        return cache.resolve("mysql").toAbsolutePath();
    }

    static String script(String... arguments) {
        return Scripts.output(Scripts.command(SCRIPT, arguments));
    }
}
