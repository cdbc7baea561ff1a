package org.teestriage.access;

/**
 * A user has exactly one role: combined roles would allow a decider to give the second decision of their own decision.
 */
public enum Role {
    REFERRER,
    OFFICER,
    MANAGER,
    DUTY_TEAM,
    AUDITOR,
    OPERATOR
}
