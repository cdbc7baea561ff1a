package org.teestriage.casework.casefile;

import org.jspecify.annotations.Nullable;

/** A concern as a page shows it: where it stands and what its referrer was told; and for those inside the path, drawn and listed, and the timeline. */
public record ConcernView(
        ConcernStatus standing,
        PendingFeedback feedback,
        @Nullable PathView path,
        @Nullable PathDiagram picture,
        @Nullable TimelineView timeline) {}
