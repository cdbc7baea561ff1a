package org.teestriage.decision.check;

public enum CheckFinding {
    KNOWN,
    NOT_KNOWN,
    REFUSED
}
