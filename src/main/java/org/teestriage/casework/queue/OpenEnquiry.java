package org.teestriage.casework.queue;

import java.time.Instant;
import org.teestriage.concern.Reference;

/** A referrer who asks whether anyone has seen their concern. */
public record OpenEnquiry(Reference reference, Instant at, String by) {}
