package org.teestriage.access.authorization;

import java.time.Instant;
import java.util.Optional;

/** The hours of the hubs, which the policy does not know. */
@FunctionalInterface
public interface OpeningTimes {

    /** When a closed hub opens again; empty while it is open. */
    Optional<Instant> opensAgain(String hub, Instant at);
}
