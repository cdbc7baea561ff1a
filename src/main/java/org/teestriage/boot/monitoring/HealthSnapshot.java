package org.teestriage.boot.monitoring;

import java.time.Duration;
import java.util.List;
import org.teestriage.concern.Priority;

/**
 * @param timersLate the age of the oldest passed deadline whose timer has not fired; normally seconds
 * @param guessing people whose look-ups of children looked like guessing within the last hour
 */
record HealthSnapshot(
        List<Work> work,
        List<Hub> hubs,
        List<Letters> letters,
        Duration timersLate,
        long engineIncidents,
        Duration clockSkew,
        long guessing) {

    /** Counts of the open steps of one hub and priority. {@code oldest} is the age of the oldest unclaimed step. */
    record Work(String hub, Priority priority, long waiting, long unclaimed, Duration oldest, long breached) {}

    /**
     * Whether work waits at a hub of which no officer has ever signed in; at how many concerns a manager stands in for its
     * staff, and at how many there is no manager in line.
     */
    record Hub(String id, boolean unstaffed, long standIns, long vacant) {}

    /** Approved letters that have not arrived yet, by partner on file. */
    record Letters(String partner, long waiting, Duration oldest) {}
}
