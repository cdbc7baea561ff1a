package org.teestriage.access;

public enum BreakGlassReason {
    /**
     * A child is in danger now and the responsible hub cannot be reached. Also shows the address of a looked-after
     * child.
     */
    CHILD_IN_DANGER,
    /** Covers for a hub whose staff are absent. */
    COVERING_FOR_A_HUB,
    SAME_CHILD_OR_SUSPECT,
    /** The police or a court ask and cannot wait for the hub to share. */
    POLICE_OR_COURT
}
