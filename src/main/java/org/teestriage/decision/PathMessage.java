package org.teestriage.decision;

/** BPMN message that can arrive at any time, whatever step is open. The id is the message name in the BPMN. */
public enum PathMessage {
    DANGER_RAISED("danger-raised"),
    INFORMATION_GIVEN("information-given"),
    HUB_MOVE_PROPOSED("hub-move-proposed"),
    LETTER_STUCK("letter-stuck"),
    LADO_LETTER_STUCK("lado-letter-stuck"),
    PART_RECEIVED("part-received"),
    AUTHORITY_IN_DOUBT("authority-in-doubt"),
    POLICE_DUE("police-due"),
    CEOP_DUE("ceop-due"),
    PLATFORM_DUE("platform-due"),
    LADO_DUE("lado-due"),
    LADO_EVALUATION_DUE("lado-evaluation-due"),
    SOCIAL_CARE_DUE("social-care-due"),
    PARTNER_SILENT("partner-silent"),
    END_OF_ENQUIRIES_DUE("end-of-enquiries-due"),
    DISCUSSION_RECORD_DUE("discussion-record-due"),
    DISCUSSION_ACTIONS_DUE("discussion-actions-due"),
    DUPLICATE_WITHDRAWN("duplicate-withdrawn");

    private final String id;

    PathMessage(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
