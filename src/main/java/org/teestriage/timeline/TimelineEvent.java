package org.teestriage.timeline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event before it is appended to a timeline. The sentence has no personal data of a child or suspect; only the
 * details may have, and they can be erased.
 */
public record TimelineEvent(
        Kind kind, @Nullable String step, @Nullable String item, String sentence, Object details) {

    @Schema(name = "EntryKind")
    public enum Kind {
        RAISED,
        RATED,
        ROUTED,
        DANGER,
        CALLED,
        /** The duty team gave the concern back to the hub. */
        HANDED_BACK,
        INFORMED,
        AMENDED,
        ASKED,
        CLAIMED,
        RELEASED,
        /** A step ended without a decision. */
        ENDED,
        ASSIGNED,
        DECIDED,
        SECOND_DECISION,
        ACKNOWLEDGED,
        DUE,
        OPENED,
        /** A route outside the service was taken, or is not needed. */
        ROUTE,
        /** A partner was asked about a child, or answered, or is not asked. */
        CHECK,
        /** Whether the family, the person of concern and the referrer may be told. */
        COVERT,
        /** The referrer was asked or reminded, or answered, or need not answer. */
        QUESTION,
        LETTER,
        DELIVERY,
        RECEIPT,
        MOVED,
        WITHDRAWN,
        WARNED,
        BREACHED,
        SHORTENED,
        RECOUNTED,
        WALLED,
        UNWALLED,
        GLASS_BROKEN,
        EXPORTED,
        REOPENED,
        CLOSED,
        /** The details of the entry whose number is the item were erased. */
        ERASED
    }
}
