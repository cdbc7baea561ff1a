package org.teestriage.platform.transaction;

import java.time.Instant;

/** Rows of one table that are deleted once they have expired, by {@link ExpiryService}. */
public interface ExpiringRows {

    /** The most rows of one transaction, so that no lock lasts and nothing is copied for long. */
    int BATCH = 500;

    String table();

    /** Deletes at most {@link #BATCH} expired rows and returns their number. */
    int deleteBatch(Instant now);
}
