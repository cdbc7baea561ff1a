package org.teestriage.decision.check;

/** With whom an answer may be shared, as its giver says. */
public enum CheckSharing {
    ANYONE,
    /** Professionals of the concern, never the child, the family or the people of concern. */
    PROFESSIONALS,
    /** The hub that answers for the child, and no other. */
    HUB
}
