package org.teestriage.decision;

/** Branch that a decision or the facts can open. The id is the variable name in the BPMN conditions. */
public enum Route {
    REOPENED("reopened"),
    OUT_OF_HOURS("outOfHours"),
    BY_TELEPHONE("byTelephone"),
    SECOND_READING("secondReading"),
    RETURNED("returned"),
    STRATEGY_DUE("strategyDue"),
    HELD("held");

    private final String id;

    Route(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
