package org.teestriage.decision;

public enum Precedence {
    EMERGENCY_CALL,
    REVIEW_AFTER_DANGER,
    IMMEDIATE_RISK_CHECK,
    OTHER
}
