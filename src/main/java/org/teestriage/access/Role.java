package org.teestriage.access;

/** What a person is here for. One role a person: combining them would let a decider read their own decision a second time. */
public enum Role {
    REFERRER,
    OFFICER,
    MANAGER,
    AUDITOR,
    OPERATOR
}
