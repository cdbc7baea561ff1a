package org.teestriage.workflow.process;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/** How far this machine's clock is from the database's, by which leases are counted. */
@Singleton
public class DatabaseClock {

    /** A machine that is further off than this is sent nobody and fires no timer: leases would overlap, and deadlines pass early. */
    public static final Duration MOST_SKEW = Duration.ofSeconds(5);

    private static final String NOW = "select unix_timestamp(now(6))";

    /** The machine's own, which leases are counted by, whatever time the application goes by. */
    private static final InstantSource OURS = InstantSource.system();

    private final DataSource database;

    public DatabaseClock(DataSource database) {
        this.database = database;
    }

    /**
     * Positive where this machine is ahead. What may only be the time that the question took counts as none: a slow database
     * is no wrong clock.
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
            throw new IllegalStateException("the database does not tell the time", e);
        }
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.EPOCH.plusNanos(seconds.movePointRight(9).longValue());
    }
}
