package org.teestriage.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

@ConfigMapping(prefix = "tees-triage.delivery")
public interface DeliverySettings {

    /** Whether this node delivers letters. */
    boolean running();

    /** The maximum duration of one attempt, whatever the partner does. */
    Duration attemptTimeout();

    /** How long a node holds the letter that it took, by the database's clock. */
    Duration lease();

    /** The delay after the first, second, … attempt; the last value applies to all later attempts. */
    List<Duration> retries();

    /** How long attempts continue before the fallback channel, or a user, takes over. */
    Duration giveUpAfter();

    /** How long a partner gets no attempts after it did not respond. */
    Duration coolDown();
}
