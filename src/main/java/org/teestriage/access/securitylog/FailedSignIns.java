package org.teestriage.access.securitylog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever signs people in tells which sign-ins failed lately. */
public interface FailedSignIns {

    /**
     * One failure.
     *
     * @param user the user name of an account that exists; what was typed otherwise may be a password, and is not told
     * @param why a code, such as {@code invalid_user_credentials}
     */
    record Failure(
            Instant at,
            @Nullable String user,
            String why,
            @Nullable String from) {}

    /** The newest first; nothing where they cannot be asked for now. */
    Optional<List<Failure>> newest(int limit);
}
