package org.teestriage.casework.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes back to a referrer: until when their acknowledgement and their written concern are waited for, where they are. */
public record PendingFeedback(
        @Nullable Instant acknowledgementDue, @Nullable Instant writtenConcernDue) {}
