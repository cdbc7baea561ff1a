package org.teestriage.concern.facts;

/** An honest answer to a question of risk: not knowing is an answer, leaving it blank is not. */
public enum Answer {
    YES,
    NO,
    NOT_KNOWN
}
