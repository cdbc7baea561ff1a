package org.teestriage.decision.check;

public enum CheckAct {
    ASKED,
    CHASED,
    ANSWERED,
    /** Never asked, for a reason. */
    NOT_ASKED,
    /** Asked without an answer, which is not awaited any more, for a reason. */
    GIVEN_UP;

    /** Whether it is a contact with the partner. */
    public boolean contact() {
        return this == ASKED || this == CHASED || this == ANSWERED;
    }

    /** Whether the partner owes an answer after it. */
    public boolean awaitsAnswer() {
        return this == ASKED || this == CHASED;
    }
}
