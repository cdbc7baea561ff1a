package org.teestriage.boot.monitoring;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.teestriage.workflow.process.DatabaseClock;
import org.teestriage.workflow.process.EngineTables;

/**
 * Readiness requires a database connection, a clock skew small enough that leases do not overlap, and migrated tables.
 * Tables of a newer release are accepted, because migrations only add.
 */
@Singleton
@Readiness
class DatabaseReady implements HealthCheck {

    private final DatabaseClock clock;
    private final EngineTables engine;
    private final Flyway migrations;
    private volatile boolean migrated;

    DatabaseReady(DatabaseClock clock, EngineTables engine, Flyway migrations) {
        this.clock = clock;
        this.engine = engine;
        this.migrations = migrations;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try {
            String wrong = wrong();
            return wrong.isEmpty()
                    ? answer.up().build()
                    : answer.down().withData("wrong", wrong).build();
        } catch (RuntimeException noDatabase) {
            return answer.down().withData("wrong", "no database").build();
        }
    }

    private String wrong() {
        Duration skew = clock.skew();
        if (skew.abs().compareTo(DatabaseClock.MOST_SKEW) > 0) {
            return "this machine's clock is %s from the database's".formatted(skew);
        }
        return engine.mismatch().orElseGet(() -> migrated() ? "" : "migrations have not run: see the command migrate");
    }

    /** Cached once true, because migrations are never reverted. */
    private boolean migrated() {
        migrated = migrated || migrations.info().pending().length == 0;
        return migrated;
    }
}
