package org.teestriage.casework.decisionsupport;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.casework.casefile.TimelineView;

/**
 * What somebody needs who works on one step: where the concern stands, the step itself if it is open and why it
 * is not theirs to decide, what was decided
 * before, how long the timeline is, what came onto it since they last looked, and for the steps that lean on it what is known
 * of the children from other concerns; and what the facts suggest.
 */
public record WorkView(
        ConcernStatus standing,
        Optional<ConcernStatus.OpenStep> open,
        @Nullable String notYours,
        List<PathView.Done> done,
        long length,
        List<TimelineView.Entry> since,
        @Nullable ChildMatches known,
        SuggestionsView suggestions) {}
