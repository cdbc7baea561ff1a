package org.teestriage.casework.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deadlines of the open acknowledgement and written-concern steps; null where the step is not open. */
public record PendingFeedback(
        @Nullable Instant acknowledgementDue, @Nullable Instant writtenConcernDue) {}
