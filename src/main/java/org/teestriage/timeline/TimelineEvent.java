package org.teestriage.timeline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, before it has its place in the timeline: the kind, where on the path, a sentence without
 * personal data of a child or suspect, and the details, which alone may hold it and can be erased.
 */
public record TimelineEvent(
        Kind kind, @Nullable String step, @Nullable String item, String sentence, Object details) {

    /** The closed list of kinds. */
    @Schema(name = "EntryKind")
    public enum Kind {
        RAISED,
        RATED,
        ROUTED,
        DANGER,
        CALLED,
        INFORMED,
        ASKED,
        CLAIMED,
        RELEASED,
        ASSIGNED,
        DECIDED,
        ACKNOWLEDGED,
        OPENED,
        LETTER,
        DELIVERY,
        RECEIPT,
        MOVED,
        WITHDRAWN,
        WARNED,
        BREACHED,
        SHORTENED,
        WALLED,
        UNWALLED,
        GLASS_BROKEN,
        EXPORTED,
        REOPENED,
        CLOSED
    }
}
