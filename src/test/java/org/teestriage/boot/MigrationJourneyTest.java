package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.client.Api;
import org.teestriage.testing.client.Bodies;
import org.teestriage.testing.client.ConcernJourney;
import org.teestriage.testing.invariant.Invariants;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.testing.server.TestDatabase;

/** Runs every migration in order, with open concerns in the tables. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class MigrationJourneyTest extends ConcernJourney {

    /** The first version in which a concern can exist. */
    private static final int FIRST_WITH_CONCERNS = 10;

    /** Stored responses as the first release wrote them, with a sentence that resembles the next field. */
    private static final String FULL_RESPONSES = """
            UPDATE given_answer SET answer = concat('{"instruction":{"say":"\\\\",\\\\"sentence\\\\":\\\\""},"reference":"',
                substring(answer, 15, 11), '","sentence":"It waits.","facts":{"account":"A word."}}')
            """;

    private static final String HISTORY = "flyway_schema_history";

    private static Flyway flyway(String database, String target) {
        return Flyway.configure()
                .dataSource(RealMySql.shared().url(database), RealMySql.MIGRATOR, RealMySql.MIGRATOR_PASSWORD)
                .locations("classpath:db/migration", "classpath:org/teestriage/workflow/process")
                .target(target)
                .load();
    }

    private static String emptyDatabase() {
        String name = "older_" + UUID.randomUUID().toString().replace("-", "");
        RealMySql.shared().database(name);
        RealMySql.shared().admitProduction(name);
        return name;
    }

    private static void drop(String name) {
        TestDatabase.change("DROP DATABASE `" + name + "`");
    }

    private static Set<String> tables(String database) {
        Set<String> tables = new TreeSet<>();
        TestDatabase.rows(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND table_name <> ?",
                        database,
                        HISTORY)
                .forEach(row -> tables.add(row.get(0)));
        return tables;
    }

    /** The columns that the table has in both databases. */
    private static String columns(String table, String one, String other) {
        List<String> columns = TestDatabase.rows(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
                                + " AND column_name IN (SELECT column_name FROM information_schema.columns"
                                + " WHERE table_schema = ? AND table_name = ?)",
                        one,
                        table,
                        other,
                        table)
                .stream()
                .map(row -> "`" + row.get(0) + "`")
                .toList();
        return String.join(", ", columns);
    }

    /** Fills a table with the columns that the older release knew. */
    private static void fill(Connection root, String older, String table) throws SQLException {
        String columns = columns(table, older, TestDatabase.name());
        run(
                root,
                "REPLACE INTO `%s`.`%s` (%s) SELECT %s FROM `%s`.`%s`"
                        .formatted(older, table, columns, columns, TestDatabase.name(), table));
    }

    private static void run(Connection root, String... statements) throws SQLException {
        try (var statement = root.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void everyMigrationRunsWithOpenConcernsWhichCanThenBeClosed() throws SQLException {
        Api.ConcernClient concern = raise(Bodies.bullyingIn("TS24 7ZZ"))
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.SECTION_17);
        Api.ConcernClient other = raise(Bodies.bullyingIn("TS24 7ZZ"))
                .decide(OFFICER, "immediate-risk-check/1", Bodies.NO_IMMEDIATE_DANGER)
                .decide(OFFICER, "threshold-decision/1", Bodies.EARLY_HELP);
        other.tell(REFERRER, "information", Bodies.MORE_KNOWN);
        other.tell(OFFICER, "danger", Bodies.DANGER_TOLD);
        Api.ConcernClient reports = raise(Bodies.GROOMING)
                .decide(OFFICER, "police-report", Bodies.REPORT_MADE)
                .decide(OFFICER, "ceop-decision", Bodies.REPORT_HELD)
                .decide(OFFICER, "platform-decision/1", Bodies.REPORT_NOT_NEEDED);
        for (String key : List.of("one", "two")) {
            Api.as(REFERRER).post("/api/concerns", Bodies.GROOMING, key).then().statusCode(201);
        }
        String older = emptyDatabase();
        Set<String> filled = new HashSet<>();
        List<String> versions = new ArrayList<>();
        try (Connection root = RealMySql.shared().open(older)) {
            run(root, "SET FOREIGN_KEY_CHECKS = 0");
            for (MigrationInfo each : flyway(older, "latest").info().all()) {
                String version = each.getVersion().getVersion();
                flyway(older, version).migrate();
                if (Integer.parseInt(version) < FIRST_WITH_CONCERNS) {
                    continue;
                }
                versions.add(version);
                for (String table : tables(older)) {
                    // The obligations of concerns from before they were recorded come from the migration.
                    if (filled.add(table) && !table.equals("obligations")) {
                        fill(root, older, table);
                        if (table.equals("letter")) {
                            run(root, "UPDATE letter SET state = 'WAITING' WHERE state = 'PREPARED'");
                        }
                        if (table.equals("given_answer")) {
                            run(root, FULL_RESPONSES);
                        }
                        if (table.equals("note")) {
                            run(root, "DELETE FROM note WHERE kind = 'DANGER'");
                        }
                    }
                }
            }
            assertThat(tables(older)).isEqualTo(tables(TestDatabase.name()));
            assertThat(flyway(older, "latest").validateWithResult().validationSuccessful)
                    .isTrue();
            Invariants all = new Invariants(root);
            assertThat(all.brokenQuickly()).isEmpty();
            assertThat(all.everyTimelineVerifies()).isEmpty();
            assertThat(all.everyDecisionIsOnTheTimelineOnce()).isEmpty();
            for (String same : List.of(
                    "SELECT task, queue_rank, coalesce(not_for, '-') FROM waiting_step WHERE reference = ? ORDER BY task",
                    "SELECT kind, content, at_micros, by_name, by_agency FROM note WHERE reference = ? ORDER BY kind")) {
                assertThat(TestDatabase.rows(root, same, other.reference()))
                        .as(same)
                        .isEqualTo(TestDatabase.rows(same, other.reference()))
                        .hasSizeGreaterThan(1);
            }
            String due = "SELECT kind, item, round, state FROM obligations WHERE reference = ?"
                    + " AND state <> 'DUE' ORDER BY kind, item";
            for (Api.ConcernClient each : List.of(concern, reports)) {
                assertThat(TestDatabase.rows(root, due, each.reference()))
                        .isEqualTo(TestDatabase.rows(due, each.reference()))
                        .isNotEmpty();
            }
            String answers = "SELECT request_key, answer FROM given_answer ORDER BY id";
            assertThat(TestDatabase.rows(root, answers))
                    .isEqualTo(TestDatabase.rows(answers))
                    .hasSizeGreaterThan(1);
            replaceByMigrated(root, concern.reference(), older);
        }
        drop(older);
        System.out.println("MIGRATED from empty through " + versions);

        concern.decide(OFFICER, "social-care-referral/1", Bodies.SENT)
                .decide(OFFICER, "referrer-feedback/1", Bodies.FEEDBACK);
        closed(concern);
        assertThat(concern.read("auditor", "/verification").get("whole").asBoolean())
                .isTrue();
    }

    /** Replaces the concern by its migrated copy. */
    private static void replaceByMigrated(Connection root, String reference, String older) throws SQLException {
        for (String table : tables(older)) {
            List<List<String>> named = TestDatabase.rows(
                    "SELECT 1 FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
                            + " AND column_name = 'reference'",
                    older,
                    table);
            if (!named.isEmpty()) {
                String columns = columns(table, older, TestDatabase.name());
                run(
                        root,
                        "DELETE FROM `%s`.`%s` WHERE reference = '%s'".formatted(TestDatabase.name(), table, reference),
                        "INSERT INTO `%s`.`%s` (%s) SELECT %s FROM `%s`.`%s` WHERE reference = '%s'"
                                .formatted(TestDatabase.name(), table, columns, columns, older, table, reference));
            }
        }
    }

    @Test
    void anInterruptedFirstMigrationFailsUntilItIsRepeatedInAnEmptyDatabase() {
        String cut = emptyDatabase();
        Flyway migrations = flyway(cut, "latest");
        CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
            while (tables(cut).size() < 5) {
                Thread.onSpinWait();
            }
            TestDatabase.rows(
                            "SELECT id FROM information_schema.processlist WHERE db = ? AND user = ?",
                            cut,
                            RealMySql.MIGRATOR)
                    .forEach(row -> kill(row.get(0)));
        });
        assertThatThrownBy(migrations::migrate).isInstanceOf(FlywayException.class);
        killer.join();
        assertThat(tables(cut)).isNotEmpty().doesNotContain("concern");

        assertThatThrownBy(migrations::migrate)
                .as("a second run refuses to continue")
                .isInstanceOf(FlywayException.class);

        drop(cut);
        RealMySql.shared().database(cut);
        assertThat(flyway(cut, "latest").migrate().success).isTrue();
        assertThat(tables(cut)).isEqualTo(tables(TestDatabase.name()));
        drop(cut);
    }

    private static void kill(String connection) {
        try {
            TestDatabase.change("KILL " + connection);
        } catch (IllegalStateException gone) {
            // The connection ended before it was killed.
        }
    }
}
