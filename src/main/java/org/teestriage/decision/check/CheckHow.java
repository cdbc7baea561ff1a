package org.teestriage.decision.check;

/** How a partner was asked, or answered. */
public enum CheckHow {
    TELEPHONE,
    IN_PERSON,
    LETTER,
    /** By the signed interface. */
    SYSTEM
}
