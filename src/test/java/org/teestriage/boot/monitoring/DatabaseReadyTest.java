package org.teestriage.boot.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.teestriage.testing.server.MySqlResource;
import org.teestriage.testing.server.RealMySql;
import org.teestriage.testing.server.TestDatabase;
import org.teestriage.workflow.process.DatabaseClock;
import org.teestriage.workflow.process.EngineTables;

/** A node is not ready while its database is unreachable, its clock differs, or the tables are older than the node. */
@QuarkusTest
@QuarkusTestResource(MySqlResource.class)
class DatabaseReadyTest {

    @Inject
    Flyway migrations;

    @Inject
    DataSource database;

    private HealthCheckResponse check(DataSource clock, DataSource engine, Flyway flyway) {
        return new DatabaseReady(new DatabaseClock(clock), new EngineTables(engine), flyway).call();
    }

    private static String fault(HealthCheckResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        return String.valueOf(answer.getData().orElseThrow().get("wrong"));
    }

    private static DataSource mysql(String url) {
        MysqlDataSource server = new MysqlDataSource();
        server.setUrl(url);
        server.setUser(RealMySql.ROOT);
        server.setPassword(RealMySql.ROOT_PASSWORD);
        return server;
    }

    /** The same server with its clock shifted by this duration. */
    private static DataSource shifted(Duration by) {
        return mysql(RealMySql.shared().url(TestDatabase.name()) + "&sessionVariables=timestamp="
                + Instant.now().plus(by).getEpochSecond());
    }

    @Test
    void theRunningServiceIsReady() {
        assertThat(check(database, database, migrations).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aNodeIsNotReadyWhenItsClockDiffersByMoreThanFiveSeconds() {
        assertThat(check(shifted(Duration.ofSeconds(3)), database, migrations).getStatus())
                .isEqualTo(Status.UP);
        assertThat(fault(check(shifted(Duration.ofSeconds(8)), database, migrations)))
                .contains("clock");
        assertThat(fault(check(shifted(Duration.ofMinutes(-10)), database, migrations)))
                .contains("clock");
    }

    @Test
    void aNodeIsNotReadyWithoutItsDatabase() {
        DataSource nowhere = mysql("jdbc:mysql://127.0.0.1:1/none?connectTimeout=1000");
        assertThat(fault(check(nowhere, nowhere, migrations))).isEqualTo("no database");
    }

    @Test
    void aNodeIsNotReadyWithTablesOfAnotherEngineVersion() {
        String version = "update ACT_GE_SCHEMA_LOG set VERSION_ = concat('%s', substr(VERSION_, 5))";
        TestDatabase.change(version.formatted("7.23"));
        try {
            assertThat(fault(check(database, database, migrations))).contains("tables are of 7.23");
        } finally {
            TestDatabase.change(version.formatted("7.24"));
        }
        assertThat(check(database, database, migrations).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aNodeIsNotReadyBeforeTheMigrationsHaveRun() {
        Flyway yetToRun = Flyway.configure()
                .dataSource(RealMySql.shared().url("sys"), RealMySql.ROOT, RealMySql.ROOT_PASSWORD)
                .locations("db/migration")
                .load();
        assertThat(fault(check(database, database, yetToRun))).contains("migrations have not run");
    }
}
