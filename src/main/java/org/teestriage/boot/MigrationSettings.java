package org.teestriage.boot;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where and when the tables are migrated. */
@ConfigMapping(prefix = "tees-triage.migrations")
public interface MigrationSettings {

    /** Whether this node migrates when it starts, or leaves that to the command. */
    boolean atStart();

    /** The address, where it is not the service's. */
    Optional<String> jdbcUrl();

    /** The account, where it is not the service's. */
    Optional<String> username();

    Optional<String> password();
}
