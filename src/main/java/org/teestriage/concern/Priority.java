package org.teestriage.concern;

/** Most urgent first. The priority only orders work: a low priority never justifies less care. */
public enum Priority {
    RED,
    AMBER,
    GREEN;

    public boolean isLessUrgentThan(Priority other) {
        return compareTo(other) > 0;
    }
}
