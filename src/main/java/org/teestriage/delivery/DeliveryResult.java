package org.teestriage.delivery;

import java.time.Duration;
import java.util.Optional;
import org.teestriage.letter.Cause;

/** How an attempt to deliver a letter ended. */
public sealed interface DeliveryResult {

    /** The partner has it, and says so with a reference of its own. */
    record Acknowledged(String theirReference) implements DeliveryResult {}

    /** The partner's system has it; a receipt is still to come. */
    record Delivered() implements DeliveryResult {}

    /** The partner's system looked at it and does not take it. */
    record Rejected(Cause cause) implements DeliveryResult {}

    /** The partner does not have it, and may take it later; after so long, where it says so. */
    record TryAgain(Cause cause, Optional<Duration> after) implements DeliveryResult {}

    /** Nobody can tell whether the partner has it. It may only be sent again under the same key. */
    record Unknown(Cause cause) implements DeliveryResult {}

    /** No machine delivers this one. */
    record ForAPerson(Cause cause) implements DeliveryResult {}

    static DeliveryResult later(Cause cause) {
        return new TryAgain(cause, Optional.empty());
    }
}
