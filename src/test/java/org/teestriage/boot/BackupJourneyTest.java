package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.invariant.Invariants;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.testing.server.TestDatabase;

/** Backup and restore: the shipped script copies the server under load, and a server on the copy is consistent. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class BackupJourneyTest extends ConcernJourney {

    private Path backups;

    @BeforeEach
    void createFolder() throws IOException {
        Path target = Path.of(System.getProperty("basedir", ""), "target").toAbsolutePath();
        backups = Files.createTempDirectory(Files.createDirectories(target), "backups");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (Stream<Path> all = Files.walk(backups)) {
            for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        }
    }

    @Test
    void aBackupTakenUnderLoadIsConsistentAndContainsEarlierConcerns() throws Exception {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(concern));
        Path backup = backups.resolve("backup");
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> work = CompletableFuture.supplyAsync(() -> raiseUntil(done));
        long began = System.nanoTime();
        RealMySql.shared().backUpTo(backup);
        done.set(true);
        int raisedMeanwhile = work.join();
        long took = (System.nanoTime() - began) / 1_000_000;

        RealMySql copy = RealMySql.on(copyOf(backup, "first"));
        try (Connection there = copy.open(TestDatabase.name())) {
            assertThat(new Invariants(there).broken(List.of())).isEmpty();
            assertThat(count(there, "concern WHERE reference = '%s'".formatted(concern.reference())))
                    .isOne();
            System.out.printf(
                    "BACKUP of %d concerns in %d ms while %d were raised: whole%n",
                    count(there, "concern"), took, raisedMeanwhile);
            assertMigrationFailsHalfWay(copy);
            assertThat(count(there, "half"))
                    .as("MySQL does not roll back a created table")
                    .isZero();
        } finally {
            copy.close();
        }

        RealMySql again = RealMySql.on(copyOf(backup, "second"));
        try (Connection there = again.open(TestDatabase.name())) {
            assertThat(flyway(again, "").migrate().success)
                    .as("migrations on the restored backup")
                    .isTrue();
            assertThat(new Invariants(there).broken(List.of())).isEmpty();
        } finally {
            again.close();
        }
    }

    private static int raiseUntil(AtomicBoolean done) {
        int raised = 0;
        do {
            raise(Bodies.bullyingIn("TS24 7ZZ"));
            raised++;
        } while (!done.get());
        return raised;
    }

    /** A migration that creates one of two tables fails, and fails again at every later start. */
    private void assertMigrationFailsHalfWay(RealMySql server) throws IOException {
        Path folder = Files.createDirectories(backups.resolve("later"));
        Files.writeString(
                folder.resolve("V9999__half.sql"), "create table half (id int primary key);\ncreate table (wrong);\n");
        String later = "filesystem:" + folder;
        assertThatThrownBy(() -> flyway(server, later).migrate()).isInstanceOf(FlywayException.class);
        assertThatThrownBy(() -> flyway(server, later).migrate())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("failed migration to version 9999");
    }

    private static Flyway flyway(RealMySql server, String more) {
        return Flyway.configure()
                .dataSource(server.url(TestDatabase.name()), RealMySql.MIGRATOR, RealMySql.MIGRATOR_PASSWORD)
                .locations(Stream.of("classpath:db/migration", "classpath:org/teestriage/workflow/process", more)
                        .filter(location -> !location.isEmpty())
                        .toArray(String[]::new))
                .load();
    }

    private static int count(Connection connection, String what) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + what)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Servers run on copies, so that the backup is not changed. */
    private Path copyOf(Path backup, String name) throws IOException {
        Path copy = backups.resolve(name);
        try (Stream<Path> all = Files.walk(backup)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.copy(each, copy.resolve(backup.relativize(each)));
            }
        }
        return copy;
    }
}
