package org.teestriage.testing.server;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.teestriage.workflow.process.ProcessEngineBootstrap;

/** Grants the application the rights of production after the migrations and before its first use of the tables. */
@Singleton
public class ProductionRights {

    private static final int BEFORE_THE_ENGINE = ProcessEngineBootstrap.START - 1;

    void grant(
            @Observes @Priority(BEFORE_THE_ENGINE) StartupEvent event,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user)
            throws SQLException {
        if (url.startsWith("jdbc:mysql:") && user.equals(RealMySql.APP)) {
            String database = TestDatabase.name(url);
            RealMySql.shared().grantProduction(database, tables(database));
        }
    }

    private static List<String> tables(String database) throws SQLException {
        try (Connection root = RealMySql.shared().open(database);
                ResultSet found = root.getMetaData().getTables(database, null, "%", new String[] {"TABLE"})) {
            List<String> tables = new ArrayList<>();
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
            return tables;
        }
    }
}
