package org.teestriage.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes back to a referrer: what they were told so far, and until when their written concern is waited for, if it is. */
public record Feedback(List<Told> told, @Nullable Instant writtenConcernDue) {

    /** What was told, when and by whom: the words were chosen to be safe to tell. */
    public record Told(Instant at, String by, String wording) {}
}
