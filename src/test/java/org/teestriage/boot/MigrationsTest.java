package org.teestriage.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.quarkus.runtime.StartupEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final String HERE = "jdbc:h2:mem:migrations-here;MODE=MySQL";
    private static final String ELSEWHERE = "jdbc:h2:mem:migrations-elsewhere;MODE=MySQL";

    /** Settings as the service reads them. */
    private record Given(
            boolean atStart, Optional<String> jdbcUrl, Optional<String> username, Optional<String> password)
            implements MigrationSettings {

        static Given nothing() {
            return new Given(true, Optional.empty(), Optional.empty(), Optional.empty());
        }

        Given withUrl(String url) {
            return new Given(atStart, Optional.of(url), username, password);
        }

        Given withAccount(String name) {
            return new Given(atStart, jdbcUrl, Optional.of(name), Optional.of("secret"));
        }
    }

    private final Migrations migrations = new Migrations();
    private AgroalDataSource service;
    private Connection here;
    private Connection elsewhere;

    @BeforeEach
    void open() throws SQLException {
        here = DriverManager.getConnection(HERE, "app", "");
        elsewhere = DriverManager.getConnection(ELSEWHERE, "migrator", "secret");
        service = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(2)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(HERE).principal(new NamePrincipal("app")))));
    }

    @AfterEach
    void close() throws SQLException {
        service.close();
        here.close();
        elsewhere.close();
    }

    private Flyway migrated(Given settings) {
        Flyway flyway = migrations.flyway(service, settings);
        migrations.migrate(new StartupEvent(), flyway, settings);
        return flyway;
    }

    private static int tables(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_name in ('CONCERN', 'ACT_RU_TASK')")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void theTablesOfTheServiceAndOfTheEngineAreMigrated() throws SQLException {
        assertThat(migrated(Given.nothing()).info().pending()).isEmpty();
        assertThat(tables(here)).isEqualTo(2);
    }

    @Test
    void migrationsUseTheirOwnUrlAndAccount() throws SQLException {
        migrated(Given.nothing().withUrl(ELSEWHERE).withAccount("migrator"));
        assertThat(tables(elsewhere)).isEqualTo(2);
        assertThat(tables(here)).isZero();
    }

    @Test
    void migrationsUseTheirOwnAccountAtTheUrlOfTheService() throws SQLException {
        try (var statement = here.createStatement()) {
            statement.execute("create user migrator password 'secret' admin");
        }
        Flyway flyway = migrated(Given.nothing().withAccount("migrator"));
        assertThat(tables(here)).isEqualTo(2);
        assertThat(flyway.info().current().getInstalledBy()).isEqualToIgnoringCase("migrator");
    }

    @Test
    void aMigrationUrlWithoutAnAccountIsRefused() {
        assertThatThrownBy(() -> migrated(Given.nothing().withUrl(ELSEWHERE)))
                .hasMessageContaining("needs tees-triage.migrations.username");
    }

    @Test
    void nothingIsMigratedUnlessEnabled() throws SQLException {
        Given settings = new Given(false, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(migrated(settings).info().pending()).hasSizeGreaterThan(10);
        assertThat(tables(here)).isZero();
    }

    @Test
    void tablesOfALaterReleaseAreRefused() throws SQLException {
        migrated(Given.nothing());
        try (var statement = here.createStatement()) {
            statement.execute(
                    "insert into \"flyway_schema_history\" select 999, '9999', 'later', \"type\", 'V9999__later.sql', 1,"
                            + " \"installed_by\", \"installed_on\", 1, true from \"flyway_schema_history\""
                            + " where \"version\" = '10'");
        }
        assertThatThrownBy(() -> migrated(Given.nothing()))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("not resolved locally: 9999");
    }
}
