package org.teestriage.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.teestriage.letter.Cause;

/** The partners of this node that did not respond and get no attempts for a while. Thread-safe. */
final class CoolDowns {

    private final Duration coolDown;
    private final Map<String, Instant> began = new ConcurrentHashMap<>();

    CoolDowns(Duration coolDown) {
        this.coolDown = coolDown;
    }

    /** A clock that was set back must not prolong the cool-down. */
    boolean lasts(String partner, Instant now) {
        Instant since = began.get(partner);
        return since != null && !now.isBefore(since) && now.isBefore(since.plus(coolDown));
    }

    /** Begins a cool-down if the partner did not respond. */
    void after(DeliveryResult outcome, String partner, Instant attemptBegan) {
        if (noResponse(outcome)) {
            began.put(partner, attemptBegan);
        }
    }

    private static boolean noResponse(DeliveryResult outcome) {
        return (outcome instanceof DeliveryResult.TryAgain again && again.cause() == Cause.NO_CONNECTION)
                || (outcome instanceof DeliveryResult.Unknown unknown && unknown.cause() == Cause.NO_ANSWER_IN_TIME);
    }
}
