package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.CaseFileService;
import org.teestriage.casework.casefile.ConcernStatusAssembler;
import org.teestriage.casework.casefile.TimelineView;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.letter.LetterViews;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.timeline.ChainLink;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.StepAccess;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
class WorkViewAssembler {

    /** Kinds of entries that can change a decision in progress. */
    private static final Set<Kind> NEWS = EnumSet.of(
            Kind.INFORMED, Kind.AMENDED, Kind.DANGER, Kind.CALLED, Kind.HANDED_BACK, Kind.MOVED, Kind.WITHDRAWN);

    private static final Set<Kind> CLAIMS = EnumSet.of(Kind.CLAIMED, Kind.RELEASED);

    /** Steps whose decision considers earlier concerns about a child. */
    private static final Set<Step> LEAN_ON_THE_PAST =
            EnumSet.of(Step.IMMEDIATE_RISK_CHECK, Step.THRESHOLD_DECISION, Step.SECOND_READING);

    private final ConcernAccess concernAccess;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final Timeline timeline;
    private final ChildMatcher childMatcher;
    private final Suggestions suggestions;
    private final LetterViews letterViews;

    WorkViewAssembler(
            ConcernAccess concernAccess,
            ConcernStatusAssembler concernStatusAssembler,
            WaitingSteps waiting,
            DecidedSteps decided,
            Timeline timeline,
            ChildMatcher childMatcher,
            Suggestions suggestions,
            LetterViews letterViews) {
        this.concernAccess = concernAccess;
        this.concernStatusAssembler = concernStatusAssembler;
        this.waiting = waiting;
        this.decided = decided;
        this.timeline = timeline;
        this.childMatcher = childMatcher;
        this.suggestions = suggestions;
        this.letterViews = letterViews;
    }

    /**
     * What an officer sees beside the form of a step.
     *
     * @param seen length of the timeline that the officer saw last
     */
    WorkView of(Officer officer, ConcernReading sight, Step step, String item, Optional<Long> seen) {
        Concern concern = sight.concern();
        Reference reference = concern.reference();
        Redaction redaction = sight.redaction();
        Optional<WaitingStep> found = waiting.find(reference, step, item).filter(open -> !redaction.hides(open.step()));
        long length = length(concern, redaction);
        LetterViews.AtStep letter = found.isPresent()
                ? letterViews.atStep(reference, step, item, redaction, concernAccess.now())
                : new LetterViews.AtStep(null, false);
        if (letter.letter() != null) {
            concernAccess.recordReading(officer, List.of(reference), What.LETTER);
        }
        return new WorkView(
                concernStatusAssembler.of(sight, concernAccess.now()),
                found.map(open -> concernStatusAssembler.openStep(open, concern, concernAccess.now())),
                found.flatMap(open -> StepAccess.refusal(officer, open, sight.ground()))
                        .orElse(null),
                letter,
                decided.of(reference).stream()
                        .filter(done -> !redaction.hides(done.step()))
                        .map(done -> concernStatusAssembler.doneStep(done, redaction))
                        .toList(),
                length,
                seen.map(before -> since(officer, concern, redaction, step, item, before))
                        .orElse(List.of()),
                found.flatMap(open -> firstFinding(concern, open, redaction)).orElse(null),
                LEAN_ON_THE_PAST.contains(step) ? childMatcher.of(officer, concern) : null,
                suggestions.of(concern, redaction, step),
                step == Step.HAND_OVER ? overnight(concern, redaction) : List.of());
    }

    /** What the duty team did since the last handover, without its claims. */
    private List<TimelineView.Entry> overnight(Concern concern, Redaction redaction) {
        long last = decided.latest(concern.reference(), Step.HAND_OVER, "")
                .map(DecidedStep::decidedAt)
                .map(EpochMicros::of)
                .orElse(0L);
        return redaction.shown(timeline.read(concern.reference().value())).stream()
                .filter(shown -> shown.line().link().signature().role().equals(Role.DUTY_TEAM.name()))
                .filter(shown -> shown.line().link().atMicros() > last)
                .filter(shown -> !CLAIMS.contains(shown.line().link().kind()))
                .map(shown -> CaseFileService.entry(shown, redaction))
                .toList();
    }

    private Optional<TimelineView.Entry> firstFinding(Concern concern, WaitingStep open, Redaction redaction) {
        return open.step() == Step.IMMEDIATE_RISK_CHECK && concern.dangerSeen()
                ? FirstFindings.of(timeline, concern, open)
                        .map(Timeline.Line::link)
                        .flatMap(first -> redaction
                                .shown(timeline.read(concern.reference().value()))
                                .stream()
                                .filter(shown -> shown.line().link().equals(first))
                                .findFirst())
                        .map(shown -> CaseFileService.entry(shown, redaction))
                : Optional.empty();
    }

    StepState state(Officer officer, ConcernReading sight, Step step, String item, Optional<Long> seen) {
        Redaction redaction = sight.redaction();
        Concern concern = sight.concern();
        boolean open = !redaction.hides(step)
                && waiting.find(concern.reference(), step, item).isPresent();
        return new StepState(
                open,
                seen.filter(before -> !since(officer, concern, redaction, step, item, before)
                                .isEmpty())
                        .isPresent());
    }

    /** Decisions count if the decision of this step may overwrite or follow them. */
    private static boolean isNews(ChainLink link, Step step, String item) {
        return NEWS.contains(link.kind())
                || (link.kind() == Kind.DECIDED
                        && link.step() != null
                        && Step.of(link.step())
                                .filter(decided -> step.restsOn(decided, item.equals(link.item())))
                                .isPresent());
    }

    private long length(Concern concern, Redaction redaction) {
        return redaction.lado()
                ? redaction.shown(timeline.read(concern.reference().value())).size()
                : concern.timelineLength();
    }

    private List<TimelineView.Entry> since(
            Officer officer, Concern concern, Redaction redaction, Step step, String item, long seen) {
        long length = length(concern, redaction);
        if (seen == length) {
            return List.of();
        }
        // A shorter timeline means that entries were redacted since, so all entries count as new.
        long before = seen > length ? 0 : seen;
        return redaction.shown(timeline.read(concern.reference().value())).stream()
                .filter(shown -> shown.number() > before)
                .filter(shown -> isNews(shown.line().link(), step, item))
                .filter(shown -> !shown.line().link().signature().user().equals(officer.user()))
                .map(line -> CaseFileService.entry(line, redaction))
                .toList();
    }
}
