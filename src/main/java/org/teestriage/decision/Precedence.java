package org.teestriage.decision;

/** In which order steps are taken up, whatever their priority and deadline: what a child in danger depends on comes first. */
public enum Precedence {
    EMERGENCY_CALL,
    REVIEW_AFTER_DANGER,
    IMMEDIATE_RISK_CHECK,
    OTHER
}
