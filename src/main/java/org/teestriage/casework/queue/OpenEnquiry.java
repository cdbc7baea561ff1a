package org.teestriage.casework.queue;

import java.time.Instant;
import org.teestriage.concern.Reference;

public record OpenEnquiry(Reference reference, Instant at, String by) {}
