package org.teestriage.boot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where and when the tables are migrated. By default what the first release was told, under the names that it knew. */
@ConfigMapping(prefix = "tees-triage.migrations")
interface MigrationSettings {

    /** Whether this node migrates when it starts, or leaves that to the command. */
    @WithDefault("${quarkus.flyway.migrate-at-start:true}")
    boolean atStart();

    /** The address, where it is not the service's. */
    @WithDefault("${quarkus.flyway.jdbc-url:}")
    Optional<String> jdbcUrl();

    /** The account, where it is not the service's. */
    @WithDefault("${quarkus.flyway.username:}")
    Optional<String> username();

    @WithDefault("${quarkus.flyway.password:}")
    Optional<String> password();
}
