package org.teestriage.workflow.process;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

@Singleton
public class DatabaseClock {

    /**
     * Skew limit. Beyond it the node reports "not ready" and fires no timers: leases would overlap and deadlines pass
     * early.
     */
    public static final Duration MOST_SKEW = Duration.ofSeconds(5);

    private static final String NOW = "select unix_timestamp(now(6))";

    /** The system clock, whatever time source the application uses. */
    private static final InstantSource OURS = InstantSource.system();

    private final DataSource database;

    public DatabaseClock(DataSource database) {
        this.database = database;
    }

    /**
     * Skew between this node's clock and the database clock, which leases are counted by; positive if this node is
     * ahead. A difference that the duration of the query can explain counts as zero, so that a slow database does not
     * look like a wrong clock.
     */
    public Duration skew() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            Instant asked = OURS.instant();
            try (var row = statement.executeQuery(NOW)) {
                row.next();
                Instant answered = OURS.instant();
                Instant theirs = instant(row.getBigDecimal(1));
                return theirs.isBefore(asked)
                        ? Duration.between(theirs, asked)
                        : theirs.isAfter(answered) ? Duration.between(theirs, answered) : Duration.ZERO;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database time cannot be read", e);
        }
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.EPOCH.plusNanos(seconds.movePointRight(9).longValue());
    }
}
