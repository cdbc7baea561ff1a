package org.teestriage.web.pages.step;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.access.Officer;
import org.teestriage.casework.casefile.TimelineView;
import org.teestriage.casework.decisionsupport.DecisionSupportService;
import org.teestriage.casework.decisionsupport.StepState;
import org.teestriage.casework.decisionsupport.WorkView;
import org.teestriage.casework.triage.CheckService;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.letter.LetterService;
import org.teestriage.letter.LetterView;
import org.teestriage.web.pages.concern.TimelinePage;
import org.teestriage.web.pages.form.SummaryRows;

@Singleton
class StepPlaces {

    private static final Set<Step> RESTS_ON_CHECKS = EnumSet.of(
            Step.THRESHOLD_DECISION, Step.SECOND_READING, Step.STRATEGY_DISCUSSION, Step.PARTNER_CHECK_OVERDUE);

    private final DecisionSupportService decisionSupportService;
    private final LetterService letterService;
    private final CheckService checkService;
    private final SummaryRows summaryRows;

    StepPlaces(
            DecisionSupportService decisionSupportService,
            LetterService letterService,
            CheckService checkService,
            SummaryRows summaryRows) {
        this.decisionSupportService = decisionSupportService;
        this.letterService = letterService;
        this.checkService = checkService;
        this.summaryRows = summaryRows;
    }

    /** The step for a user who last saw the timeline at the length {@code seen}. */
    StepPlace look(Officer officer, Reference reference, Step step, String item, Optional<Long> seen) {
        WorkView view = decisionSupportService.look(officer, reference, step, item, seen);
        return new StepPlace(
                officer,
                reference,
                step,
                item,
                view,
                view.letter().letter(),
                null,
                view.letter().heldBack(),
                RESTS_ON_CHECKS.contains(step) ? checkService.of(officer, reference) : null,
                entries(view.since()),
                entries(view.overnight()));
    }

    private List<TimelinePage.Entry> entries(List<TimelineView.Entry> entries) {
        return entries.stream()
                .map(entry -> TimelinePage.Entry.of(entry, summaryRows))
                .toList();
    }

    /** Whether the step is open and the timeline has not grown since the page was opened. */
    boolean isAsSeen(Officer officer, Reference reference, Step step, String item, Optional<Long> seen) {
        StepState state = decisionSupportService.state(officer, reference, step, item, seen);
        return state.open() && !state.changedSince();
    }

    /** Adds the letter with the hash {@code read} if another letter has replaced it. */
    StepPlace withLetterRead(StepPlace place, String read) {
        LetterView letter = place.letter();
        return letter == null || read.isEmpty() || read.equals(letter.contentHash())
                ? place
                : new StepPlace(
                        place.officer(),
                        place.reference(),
                        place.step(),
                        place.item(),
                        place.view(),
                        letter,
                        letterService
                                .asRead(place.officer(), place.reference(), place.step(), place.item(), read)
                                .orElse(null),
                        false,
                        place.checks(),
                        place.since(),
                        place.overnight());
    }
}
