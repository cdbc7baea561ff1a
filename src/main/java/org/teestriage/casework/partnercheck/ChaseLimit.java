package org.teestriage.casework.partnercheck;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.decision.check.CheckRules;
import org.teestriage.platform.transaction.RequestRefusedException;

/** How long a partner who was chased is waited for. */
public final class ChaseLimit {

    private ChaseLimit() {}

    public static void require(ConcernUpdate update, @Nullable Instant awaitedUntil) {
        int days = CheckRules.on(update.concern().receivedOn()).chaseWithinDays();
        if (awaitedUntil != null && awaitedUntil.isAfter(update.now().plus(Duration.ofDays(days)))) {
            throw RequestRefusedException.conflict(
                    "A partner who was chased is waited for at most %d days. Enter an earlier time.".formatted(days));
        }
    }
}
