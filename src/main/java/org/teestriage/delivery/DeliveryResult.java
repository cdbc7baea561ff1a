package org.teestriage.delivery;

import java.time.Duration;
import java.util.Optional;
import org.teestriage.letter.Cause;

public sealed interface DeliveryResult {

    /** The partner has the letter and returned its own reference. */
    record Acknowledged(String theirReference) implements DeliveryResult {}

    /** The partner's system has the letter; the receipt is still to follow. */
    record Delivered() implements DeliveryResult {}

    /** The partner's system refuses the letter. */
    record Rejected(Cause cause) implements DeliveryResult {}

    /** The partner does not have the letter and may accept it later, after {@code after} if the partner gave a time. */
    record TryAgain(Cause cause, Optional<Duration> after) implements DeliveryResult {}

    /** The partner may or may not have the letter. It may only be sent again under the same key. */
    record Unknown(Cause cause) implements DeliveryResult {}

    /** No channel can deliver the letter automatically. */
    record ForAPerson(Cause cause) implements DeliveryResult {}

    static DeliveryResult later(Cause cause) {
        return new TryAgain(cause, Optional.empty());
    }
}
