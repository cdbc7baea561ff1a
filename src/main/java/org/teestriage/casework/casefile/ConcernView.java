package org.teestriage.casework.casefile;

import org.jspecify.annotations.Nullable;

/** The data of a concern page. The nullable components are for readers who may see the timeline. */
public record ConcernView(
        ConcernStatus standing,
        PendingFeedback feedback,
        @Nullable PathView path,
        @Nullable PathDiagram picture,
        @Nullable TimelineView timeline) {}
