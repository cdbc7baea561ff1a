package org.teestriage.casework.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;
import org.teestriage.timeline.TimelineEvent;

/**
 * The timeline, oldest first. For readers with redacted LADO entries, the entries are renumbered and all hashes are
 * absent, so that neither reveals the redaction.
 */
public record TimelineView(Reference reference, List<Entry> entries) {

    /** {@code details} is null where erased, or where an auditor may see nothing of them. {@code hash} chains the entry to the previous one. */
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
