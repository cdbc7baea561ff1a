package org.teestriage.boot;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.teestriage.workflow.process.ProcessEngineBootstrap;
import org.teestriage.workflow.process.V2__EngineTables;

@Singleton
class Migrations {

    private static final int BEFORE_THE_ENGINE = ProcessEngineBootstrap.START - 5;

    void migrate(@Observes @Priority(BEFORE_THE_ENGINE) StartupEvent event, Flyway flyway, MigrationSettings settings) {
        if (settings.atStart()) {
            flyway.migrate();
        }
    }

    @Produces
    @Singleton
    Flyway flyway(AgroalDataSource application, MigrationSettings settings) {
        return connection(application, settings)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                // Registered explicitly, because scanning would load every class of the package.
                .javaMigrations(new V2__EngineTables())
                // Overrides Flyway's default, which accepts tables of a later release. This release cannot read their
                // rows.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    private static FluentConfiguration connection(AgroalDataSource application, MigrationSettings settings) {
        FluentConfiguration configuration = Flyway.configure();
        if (settings.jdbcUrl().isEmpty() && settings.username().isEmpty()) {
            return configuration.dataSource(application);
        }
        return configuration.dataSource(
                settings.jdbcUrl().orElseGet(() -> address(application)),
                settings.username()
                        .orElseThrow(() -> new IllegalStateException(
                                "tees-triage.migrations.jdbc-url needs tees-triage.migrations.username and .password")),
                settings.password().orElse(""));
    }

    private static String address(AgroalDataSource application) {
        return application
                .getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcUrl();
    }
}
