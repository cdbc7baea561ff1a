package org.teestriage.access;

/** Why somebody must look now and cannot wait for the hub to share. */
public enum BreakGlassReason {
    /** A child is in danger now and whose concern it is cannot be reached. Shows the address of a looked-after child too. */
    CHILD_IN_DANGER,
    /** Answering for a hub whose own people are away. */
    COVERING_FOR_A_HUB,
    /** Another concern seems to be about the same child or suspect. */
    SAME_CHILD_OR_SUSPECT,
    /** The police or a court ask, and cannot wait. */
    POLICE_OR_COURT
}
