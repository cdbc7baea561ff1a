package org.teestriage.platform.transaction;

/** Somebody else moved the same concern at the same moment, usually a timer. Trying again from the start is safe. */
public final class ConcurrentUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConcurrentUpdateException(Throwable cause) {
        super(cause);
    }
}
