package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
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
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.Step;
import org.teestriage.decision.wording.Choice;
import org.teestriage.decision.wording.Wording;
import org.teestriage.decision.wording.Wordings;
import org.teestriage.directory.Directory;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent.Kind;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** What a person needs to see who is about to decide a step, and what there is to choose from. */
@ApplicationScoped
public class DecisionSupportService {

    /** Entries that may change somebody's mind about a decision they have begun. */
    private static final Set<Kind> NEWS =
            EnumSet.of(Kind.INFORMED, Kind.DANGER, Kind.CALLED, Kind.MOVED, Kind.WITHDRAWN);

    /** The steps that weigh what happened to a child before. */
    private static final Set<Step> LEAN_ON_THE_PAST =
            EnumSet.of(Step.IMMEDIATE_RISK_CHECK, Step.THRESHOLD_DECISION, Step.SECOND_READING);

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final Timeline timeline;
    private final Directory directory;
    private final Wording wording;
    private final ChildMatcher childMatcher;
    private final Suggestions suggestions;

    DecisionSupportService(
            ConcernAccess concernAccess,
            Transactions transactions,
            ConcernStatusAssembler concernStatusAssembler,
            WaitingSteps waiting,
            DecidedSteps decided,
            Timeline timeline,
            Directory directory,
            Wording wording,
            ChildMatcher childMatcher,
            Suggestions suggestions) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.concernStatusAssembler = concernStatusAssembler;
        this.waiting = waiting;
        this.decided = decided;
        this.timeline = timeline;
        this.directory = directory;
        this.wording = wording;
        this.childMatcher = childMatcher;
        this.suggestions = suggestions;
    }

    /** Looks at a step; {@code seen} is how long the timeline was for them when they last looked. */
    public WorkView look(Officer officer, Reference reference, Step step, String item, Optional<Long> seen) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING);
            Concern concern = sight.concern();
            Redaction redaction = sight.redaction();
            Optional<WaitingStep> found =
                    waiting.find(reference, step, item).filter(open -> !redaction.hides(open.step()));
            long length = redaction.lado()
                    ? redaction.shown(timeline.read(reference.value())).size()
                    : concern.timelineLength();
            return new WorkView(
                    concernStatusAssembler.of(sight, concernAccess.now()),
                    found.map(open -> concernStatusAssembler.openStep(open, concernAccess.now())),
                    found.flatMap(open -> open.whyNotFor(officer.user(), officer.is(Role.MANAGER)))
                            .orElse(null),
                    decided.of(reference).stream()
                            .filter(done -> !redaction.hides(done.step()))
                            .map(done -> concernStatusAssembler.doneStep(done, redaction))
                            .toList(),
                    length,
                    // More was seen than there is to see: since then something is held back, and all is news again.
                    seen.filter(before -> before != length)
                            .map(before -> since(officer, reference, before > length ? 0 : before, redaction))
                            .orElse(List.of()),
                    LEAN_ON_THE_PAST.contains(step) ? childMatcher.of(officer, concern) : null,
                    suggestions.of(concern, redaction, step));
        });
    }

    /** What is known of the children from other concerns, to somebody who works on this one. */
    public ChildMatches known(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> childMatcher.of(
                officer,
                concernAccess
                        .forReading(officer, Act.TRIAGE, reference, What.STANDING)
                        .concern()));
    }

    /** What the facts of a concern suggest, to somebody who works on it. */
    public SuggestionsView suggestions(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING);
            return suggestions.of(sight.concern(), sight.redaction());
        });
    }

    private List<TimelineView.Entry> since(Officer officer, Reference reference, long length, Redaction redaction) {
        return redaction.shown(timeline.read(reference.value())).stream()
                .filter(shown -> shown.number() > length)
                .filter(shown -> NEWS.contains(shown.line().link().kind()))
                .filter(shown -> !shown.line().link().signature().user().equals(officer.user()))
                .map(line -> CaseFileService.entry(line, redaction))
                .toList();
    }

    /** What a referrer may be told, for whoever is to tell them. */
    public Wordings wordings(Officer officer) {
        ConcernAccess.requireRole(officer, Act.SEE_QUEUE);
        return new Wordings(wording.acknowledgements(), wording.outcomes());
    }

    /** The authorities that a part can be given to. */
    public List<Choice> authorities() {
        return directory.authorities().stream()
                .map(authority -> new Choice(authority.code(), authority.name()))
                .toList();
    }

    /** The hubs that can be asked today. */
    public List<Choice> hubs() {
        return directory.hubsServing(BusinessClock.dateOf(concernAccess.now())).stream()
                .map(hub -> new Choice(hub.id(), hub.name()))
                .toList();
    }

    /** The parts of a concern that this person's hub answers for. */
    public List<Choice> parts(Officer officer, Reference reference) {
        return transactions.inNewTransaction(
                () -> concernAccess.forReading(officer, Act.TRIAGE, reference, What.STANDING).concern().parts().stream()
                        .filter(part -> Access.sharesHub(officer, Set.of(part.hub())))
                        .map(part -> new Choice(
                                String.valueOf(part.number()),
                                "Child %s, with %s"
                                        .formatted(
                                                String.join(
                                                        ", ",
                                                        part.children().stream()
                                                                .map(String::valueOf)
                                                                .toList()),
                                                directory.hub(part.hub()).name())))
                        .toList());
    }
}
