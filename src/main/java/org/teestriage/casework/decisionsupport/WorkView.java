package org.teestriage.casework.decisionsupport;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.casework.casefile.ConcernStatus;
import org.teestriage.casework.casefile.PathView;
import org.teestriage.casework.casefile.TimelineView;
import org.teestriage.letter.LetterViews;

/**
 * What an officer sees beside the form of a step.
 *
 * @param open the step; empty if it is not open
 * @param notYours why the officer may not decide the step
 * @param letter the letter of the open step, or the information that it is redacted
 * @param length length of the timeline that the officer sees
 * @param since relevant entries of other users since the officer's last view
 * @param firstFinding that danger is over, which waits for a second person; null if there is none
 * @param overnight for the handover: what the duty team did since the last one
 * @param known matches in other concerns; null for steps that do not use them
 */
public record WorkView(
        ConcernStatus standing,
        Optional<ConcernStatus.OpenStep> open,
        @Nullable String notYours,
        LetterViews.AtStep letter,
        List<PathView.Done> done,
        long length,
        List<TimelineView.Entry> since,
        TimelineView.@Nullable Entry firstFinding,
        @Nullable ChildMatches known,
        SuggestionsView suggestions,
        List<TimelineView.Entry> overnight) {}
