package org.teestriage.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How the courier works. */
@ConfigMapping(prefix = "tees-triage.delivery")
public interface DeliverySettings {

    /** Whether this node delivers letters. */
    boolean running();

    /** How long one attempt may take, whatever the partner does. */
    Duration attemptTimeout();

    /** How long a letter belongs to the node that took it, by the database's clock. */
    Duration lease();

    /** How long to wait after the first, second … attempt; the last holds for all that follow. */
    List<Duration> retries();

    /** For how long a letter is tried before the fallback, or a person, takes over. */
    Duration giveUpAfter();

    /** How long a partner is left alone once nothing answers there. */
    Duration coolDown();
}
