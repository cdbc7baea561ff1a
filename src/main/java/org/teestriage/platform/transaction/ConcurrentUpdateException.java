package org.teestriage.platform.transaction;

/** Another transaction, usually a timer's, changed the concern at the same time. A retry from the start is safe. */
public final class ConcurrentUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConcurrentUpdateException(Throwable cause) {
        super(cause);
    }
}
