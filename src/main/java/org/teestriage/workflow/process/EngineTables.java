package org.teestriage.workflow.process;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;

/** What operators ask of the engine's tables, in plain statements: the engine's own queries cost more than the answer. */
@Singleton
public class EngineTables {

    private static final String INCIDENTS = "select count(*) from ACT_RU_INCIDENT";
    private static final String VERSION = "select VERSION_ from ACT_GE_SCHEMA_LOG order by TIMESTAMP_ desc limit 1";

    private final DataSource database;

    public EngineTables(DataSource database) {
        this.database = database;
    }

    /** Jobs that the engine has given up: a timer of a concern that will not fire until somebody looks. */
    public long incidents() {
        return Long.parseLong(answered(connection -> connection.prepareStatement(INCIDENTS)));
    }

    /** Why this engine must not work on these tables; nothing where it may. The engine itself compares no version. */
    public Optional<String> mismatch() {
        String tables = line(answered(connection -> connection.prepareStatement(VERSION)));
        String engine = line(ProductPropertiesUtil.getProductVersion());
        return tables.equals(engine)
                ? Optional.empty()
                : Optional.of("the engine is %s and its tables are of %s".formatted(engine, tables));
    }

    /** Releases that share major and minor number share their tables. */
    private static String line(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+).*$", "$1");
    }

    /** One of the questions above. */
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
            throw new IllegalStateException("the engine's tables cannot be read", e);
        }
    }
}
