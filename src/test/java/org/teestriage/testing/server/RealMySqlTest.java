package org.teestriage.testing.server;

import static java.sql.Connection.TRANSACTION_READ_COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the MySQL server that the tests use. */
class RealMySqlTest {

    private static RealMySql server;

    @BeforeAll
    static void start() {
        // Uses a server of its own, because the test kills it.
        server = RealMySql.alone("itself");
        server.database("facts");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aServerAloneIsMySqlWithDefaultDurability() throws SQLException {
        assertThat(server.version()).doesNotContainIgnoringCase("mariadb").matches("([89]|\\d\\d)\\..*");
        try (Connection connection = server.open("facts")) {
            assertThat(value(connection, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(value(connection, "SELECT @@sync_binlog")).isEqualTo("1");
            assertThat(value(connection, "SELECT @@log_bin")).isEqualTo("1");
            assertThat(value(connection, "SELECT @@collation_database")).isEqualTo("utf8mb4_0900_ai_ci");
            assertThat(value(connection, "SELECT @@time_zone")).isEqualTo("+00:00");
        }
    }

    @Test
    void aSessionCanUseReadCommitted() throws SQLException {
        try (Connection connection = server.open("facts")) {
            connection.setTransactionIsolation(TRANSACTION_READ_COMMITTED);
            assertThat(value(connection, "SELECT @@transaction_isolation")).isEqualTo("READ-COMMITTED");
        }
    }

    @Test
    void aCommittedRowSurvivesAKill() throws SQLException {
        try (Connection connection = server.open("facts")) {
            execute(connection, "CREATE TABLE kept (id INT PRIMARY KEY)");
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO kept VALUES (1)");
            connection.commit();
            execute(connection, "INSERT INTO kept VALUES (2)");
            server.kill();
            assertThatThrownBy(() -> value(connection, "SELECT 1")).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> server.open("facts")).isInstanceOf(SQLException.class);
        server.restart();
        try (Connection connection = server.open("facts")) {
            assertThat(value(connection, "SELECT GROUP_CONCAT(id) FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void aTableWithoutShippedRightsIsReported() {
        server.database("forgetful");
        server.admitProduction("forgetful");
        assertThatThrownBy(() -> server.grantProduction("forgetful", List.of("forgotten")))
                .hasMessageContaining("rights.sql does not say who may what in [forgotten]");
    }

    @Test
    void theServerIsDownloadedOnce() throws IOException {
        RealMySql.script("obtain", RealMySql.cache().toString());
        String first = identity(RealMySql.cache());
        RealMySql.script("obtain", RealMySql.cache().toString());
        assertThat(identity(RealMySql.cache())).isEqualTo(first);
    }

    /** Changes with each download; "none" where mysqld is on the PATH or in Docker. */
    private static String identity(Path folder) throws IOException {
        return Files.exists(folder)
                ? Files.readAttributes(folder, "unix:ino,ctime").toString()
                : "none";
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
