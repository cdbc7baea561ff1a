package org.teestriage.boot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of table migrations. The defaults read the {@code quarkus.flyway.*} settings of the first release. */
@ConfigMapping(prefix = "tees-triage.migrations")
interface MigrationSettings {

    /** Whether this node migrates at startup. Otherwise the command {@code migrate} does. */
    @WithDefault("${quarkus.flyway.migrate-at-start:true}")
    boolean atStart();

    /** The JDBC URL, if it differs from that of the service. */
    @WithDefault("${quarkus.flyway.jdbc-url:}")
    Optional<String> jdbcUrl();

    /** The database user, if it differs from that of the service. */
    @WithDefault("${quarkus.flyway.username:}")
    Optional<String> username();

    @WithDefault("${quarkus.flyway.password:}")
    Optional<String> password();
}
