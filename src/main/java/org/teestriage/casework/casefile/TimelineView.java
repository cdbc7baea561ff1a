package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.TimelineEvent;

/**
 * What happened to a concern, first to last, each entry with the hash that chains it to the one before. From whom some entries
 * may be held back, no number and no hash tells whether any are.
 */
public record TimelineView(Reference reference, List<Entry> entries) {

    /** One entry. The details are absent where they were erased. */
    public record Entry(
            long sequence,
            Instant at,
            String by,
            String role,
            String affiliation,
            TimelineEvent.Kind kind,
            String step,
            String item,
            String sentence,
            @Nullable Object details,
            @Nullable String hash) {}
}
