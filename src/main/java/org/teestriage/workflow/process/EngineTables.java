package org.teestriage.workflow.process;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;

/** Plain SQL on the engine's tables for monitoring; the engine's own queries are more expensive. */
@Singleton
public class EngineTables {

    private static final String INCIDENTS = "select count(*) from ACT_RU_INCIDENT";
    private static final String VERSION = "select VERSION_ from ACT_GE_SCHEMA_LOG order by TIMESTAMP_ desc limit 1";

    private final DataSource database;

    public EngineTables(DataSource database) {
        this.database = database;
    }

    /** Number of jobs without retries left, such as a timer that will not fire until an operator intervenes. */
    public long incidents() {
        return Long.parseLong(answered(connection -> connection.prepareStatement(INCIDENTS)));
    }

    /**
     * The reason why this engine must not use these tables; empty if the versions match. The engine does not check this
     * itself.
     */
    public Optional<String> mismatch() {
        String tables = line(answered(connection -> connection.prepareStatement(VERSION)));
        String engine = line(ProductPropertiesUtil.getProductVersion());
        return tables.equals(engine)
                ? Optional.empty()
                : Optional.of("engine version is %s, but its tables are of %s".formatted(engine, tables));
    }

    /** Releases with the same major and minor number have the same tables. */
    private static String line(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+).*$", "$1");
    }

    private interface Question {
        PreparedStatement on(Connection connection) throws SQLException;
    }

    private String answered(Question question) {
        try (Connection connection = database.getConnection();
                PreparedStatement asked = question.on(connection);
                ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("engine tables cannot be read", e);
        }
    }
}
