package org.teestriage.decision;

/** Something that may happen to a concern at any moment, whatever it waits for. The id is the message in the BPMN. */
public enum PathMessage {
    DANGER_RAISED("danger-raised"),
    INFORMATION_GIVEN("information-given"),
    HUB_MOVE_PROPOSED("hub-move-proposed"),
    LETTER_STUCK("letter-stuck"),
    LADO_LETTER_STUCK("lado-letter-stuck"),
    DUPLICATE_WITHDRAWN("duplicate-withdrawn");

    private final String id;

    PathMessage(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
