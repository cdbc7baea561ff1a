package org.teestriage.access.authorization;

import java.time.Instant;

/**
 * What happens to an open step while its hub is closed.
 *
 * @param dutyTeam whether the Emergency Duty Team has it; otherwise it waits for the hub
 */
public record WhileClosed(boolean dutyTeam, Instant opensAt) {}
