package org.teestriage.concern.facts;

public enum Answer {
    YES,
    NO,
    NOT_KNOWN
}
