package org.teestriage.access.securitylog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface FailedSignIns {

    /**
     * One failed sign-in.
     *
     * @param user user name of an existing account; other typed values may be passwords and are omitted
     * @param why error code such as {@code invalid_user_credentials}
     */
    record Failure(
            Instant at,
            @Nullable String user,
            String why,
            @Nullable String from) {}

    /** Failed sign-ins reported by the identity provider, newest first; empty if it is unavailable. */
    Optional<List<Failure>> newest(int limit);
}
