package org.teestriage.boot.monitoring;

import java.time.Duration;
import java.util.List;
import org.teestriage.concern.Priority;

/**
 * How the service is, in numbers: how long work and letters wait, what is late, and whether engine and clocks are sound.
 *
 * @param timersLate how long the longest-passed deadline has waited for its timer, which fires within seconds
 */
record HealthSnapshot(
        List<Work> work,
        List<Hub> hubs,
        List<Letters> letters,
        Duration timersLate,
        long engineIncidents,
        Duration clockSkew) {

    /** The open steps of one hub and priority; the oldest is the one that nobody has claimed for longest. */
    record Work(String hub, Priority priority, long waiting, long unclaimed, Duration oldest, long breached) {}

    /** Whether work waits at a hub of which no officer has ever signed in. */
    record Hub(String id, boolean nobodyHome) {}

    /** The letters that were approved and have not arrived, by partner on file. */
    record Letters(String partner, long waiting, Duration oldest) {}
}
