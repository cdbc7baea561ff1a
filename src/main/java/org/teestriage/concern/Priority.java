package org.teestriage.concern;

/** How urgent a concern is, most urgent first. An aid for ordering: never a reason to lower anybody's guard. */
public enum Priority {
    RED,
    AMBER,
    GREEN
}
