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

/** The drill: a backup by the shipped script while people work, a server on a copy of it, and everything holds there. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class BackupJourneyTest extends ConcernJourney {

    private Path elsewhere;

    @BeforeEach
    void aFolderForBackups() throws IOException {
        Path target = Path.of(System.getProperty("basedir", ""), "target").toAbsolutePath();
        elsewhere = Files.createTempDirectory(Files.createDirectories(target), "backups");
    }

    @AfterEach
    void noFolderForBackups() throws IOException {
        try (Stream<Path> all = Files.walk(elsewhere)) {
            for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        }
    }

    @Test
    void aBackupTakenWhilePeopleWorkHoldsEverythingThatWasAcknowledgedBeforeAndNothingHalf() throws Exception {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"));
        closed(answered(concern));
        Path backup = elsewhere.resolve("backup");
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> work = CompletableFuture.supplyAsync(() -> raiseUntil(done));
        long began = System.nanoTime();
        RealMySql.shared().backUpTo(backup);
        done.set(true);
        int meanwhile = work.join();
        long took = (System.nanoTime() - began) / 1_000_000;

        RealMySql copy = RealMySql.on(copied(backup, "first"));
        try (Connection there = copy.open(TestDatabase.name())) {
            assertThat(new Invariants(there).broken(List.of())).isEmpty();
            assertThat(count(there, "concern WHERE reference = '%s'".formatted(concern.reference())))
                    .isOne();
            System.out.printf(
                    "BACKUP of %d concerns in %d ms while %d were raised: whole%n",
                    count(there, "concern"), took, meanwhile);
            aMigrationFailsHalfWay(copy);
            assertThat(count(there, "half")).as("MySQL takes no table back").isZero();
        } finally {
            copy.close();
        }

        RealMySql again = RealMySql.on(copied(backup, "second"));
        try (Connection there = again.open(TestDatabase.name())) {
            assertThat(flyway(again, "").migrate().success)
                    .as("after the backup was put back")
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

    /** Of two tables it makes one, and says so at every later start. */
    private void aMigrationFailsHalfWay(RealMySql server) throws IOException {
        Path folder = Files.createDirectories(elsewhere.resolve("later"));
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

    /** A backup stays as it was taken; servers run on copies. */
    private Path copied(Path backup, String name) throws IOException {
        Path copy = elsewhere.resolve(name);
        try (Stream<Path> all = Files.walk(backup)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.copy(each, copy.resolve(backup.relativize(each)));
            }
        }
        return copy;
    }
}
