package org.teestriage.casework.decisionsupport;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.casework.casefile.TimelineView;
import org.teestriage.letter.LetterViews;

/**
 * A step as one person works on it.
 *
 * @param standing where the concern stands
 * @param open the step, while it is open
 * @param notYours why the officer may not decide it
 * @param letter the letter that the open step is about, or that it is held back
 * @param done what was decided before
 * @param length of the timeline, as far as they see it
 * @param since entries since they last looked
 * @param known of the children from other concerns, for the steps that weigh the past
 * @param suggestions from the facts
 */
public record WorkView(
        ConcernStatus standing,
        Optional<ConcernStatus.OpenStep> open,
        @Nullable String notYours,
        LetterViews.AtStep letter,
        List<PathView.Done> done,
        long length,
        List<TimelineView.Entry> since,
        @Nullable ChildMatches known,
        SuggestionsView suggestions) {}
