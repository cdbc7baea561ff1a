package org.teestriage.platform.transaction;

/** Somebody else moved the same concern at the same moment, usually a timer. Trying again from the start is safe. */
public final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Overtaken(Throwable cause) {
        super(cause);
    }
}
