package org.teestriage.workflow.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Creates the engine's tables from the scripts in its jar that match the database, so that Flyway owns every table. */
public class V2__EngineTables extends BaseJavaMigration {

    private static final List<String> SCRIPTS = List.of(
            "engine", "history", "identity", "decision.engine", "decision.history", "case.engine", "case.history");

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        Connection connection = context.getConnection();
        String database = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        try (Statement statement = connection.createStatement()) {
            for (String script : SCRIPTS) {
                for (String sql : statements(script(database, script))) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String script(String database, String name) throws IOException {
        String path = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(database, name);
        try (InputStream in = Objects.requireNonNull(
                ProcessEngine.class.getClassLoader().getResourceAsStream(path), "the engine has no script " + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> statements(String script) {
        String withoutComments = script.lines()
                .filter(line -> !line.stripLeading().startsWith("--"))
                .reduce("", (all, line) -> all + line + "\n");
        return List.of(withoutComments.split(";", -1)).stream()
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
