package org.teestriage.platform.transaction;

import java.time.Duration;

/**
 * Rows of one table that {@link ExpiryService} deletes once they have expired.
 *
 * @param moment column with a moment in microseconds
 * @param kept time after that moment for which a row is kept
 */
public record ExpiringRows(String table, String moment, Duration kept) {}
