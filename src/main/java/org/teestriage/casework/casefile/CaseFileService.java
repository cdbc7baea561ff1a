package org.teestriage.casework.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Concerns;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.directory.Directory;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterVisibility;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.ReadLog;
import org.teestriage.timeline.Reading;
import org.teestriage.timeline.Reading.What;
import org.teestriage.timeline.Signature;
import org.teestriage.timeline.Timeline;
import org.teestriage.workflow.process.StepGraph;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

/** Reading back: where a concern stands, its path, its timeline, its letters, and the proof that nobody altered it. */
@ApplicationScoped
public class CaseFileService {

    private static final int PAGE = 50;

    private final ConcernAccess concernAccess;
    private final Concerns concerns;
    private final Transactions transactions;
    private final ConcernStatusAssembler concernStatusAssembler;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final StepGraph stepGraph;
    private final Timeline timeline;
    private final ReadLog readLog;
    private final Outbox outbox;
    private final Directory directory;
    private final PathDiagramAssembler pathDiagramAssembler;

    CaseFileService(
            ConcernAccess concernAccess,
            Concerns concerns,
            Transactions transactions,
            ConcernStatusAssembler concernStatusAssembler,
            WaitingSteps waiting,
            DecidedSteps decided,
            StepGraph stepGraph,
            Timeline timeline,
            ReadLog readLog,
            Outbox outbox,
            Directory directory,
            PathDiagramAssembler pathDiagramAssembler) {
        this.concernAccess = concernAccess;
        this.concerns = concerns;
        this.transactions = transactions;
        this.concernStatusAssembler = concernStatusAssembler;
        this.waiting = waiting;
        this.decided = decided;
        this.stepGraph = stepGraph;
        this.timeline = timeline;
        this.readLog = readLog;
        this.outbox = outbox;
        this.directory = directory;
        this.pathDiagramAssembler = pathDiagramAssembler;
    }

    public ConcernStatus standing(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> concernStatusAssembler.of(
                concernAccess.forReading(officer, Act.SEE_STATUS, reference, What.STANDING), concernAccess.now()));
    }

    public PathView path(Officer officer, Reference reference) {
        return transactions.inNewTransaction(
                () -> pathOf(concernAccess.forReading(officer, Act.SEE_TIMELINE, reference, What.PATH)));
    }

    private PathView pathOf(ConcernReading sight) {
        Reference reference = sight.concern().reference();
        Redaction redaction = sight.redaction();
        List<DecidedStep> done = decided.of(reference);
        List<WaitingStep> open = waiting.of(reference).stream()
                .filter(step -> !redaction.hides(step.step()))
                .toList();
        EnumSet<Step> openSteps = EnumSet.noneOf(Step.class);
        open.forEach(step -> openSteps.add(step.step()));
        Set<Step> ahead = stepGraph.after(openSteps);
        return new PathView(
                reference,
                concernStatusAssembler.sentence(sight.concern(), open, done),
                done.stream()
                        .filter(step -> !redaction.hides(step.step()))
                        .map(step -> concernStatusAssembler.doneStep(step, redaction))
                        .toList(),
                open.stream()
                        .map(step -> concernStatusAssembler.openStep(step, concernAccess.now()))
                        .toList(),
                ahead.stream()
                        .filter(step -> !openSteps.contains(step) && !redaction.hides(step))
                        .map(step -> new PathView.ToCome(step.id(), step.title()))
                        .toList());
    }

    /** All of a concern that somebody may see, at one moment: what a page shows cannot contradict itself. */
    public ConcernView look(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.SEE_STATUS, reference, What.STANDING);
            ConcernStatus standing = concernStatusAssembler.of(sight, concernAccess.now());
            if (!sight.may(Act.SEE_TIMELINE)) {
                return new ConcernView(standing, feedbackOf(reference), null, null, null);
            }
            concernAccess.recordReading(officer, List.of(reference), What.PATH);
            concernAccess.recordReading(officer, List.of(reference), What.TIMELINE);
            PathView path = pathOf(sight);
            return new ConcernView(
                    standing,
                    feedbackOf(reference),
                    path,
                    pathDiagramAssembler.of(path),
                    timelineOf(reference, sight.redaction()));
        });
    }

    public TimelineView timeline(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.SEE_TIMELINE, reference, What.TIMELINE);
            return timelineOf(reference, sight.redaction());
        });
    }

    private TimelineView timelineOf(Reference reference, Redaction redaction) {
        return new TimelineView(
                reference,
                redaction.shown(timeline.read(reference.value())).stream()
                        .map(line -> entry(line, redaction))
                        .toList());
    }

    public static TimelineView.Entry entry(Redaction.Numbered numbered, Redaction redaction) {
        Timeline.Line line = numbered.line();
        Signature signature = redaction.apply(line.link().signature());
        return new TimelineView.Entry(
                numbered.number(),
                line.at(),
                signature.name(),
                signature.role(),
                signature.affiliation(),
                line.link().kind(),
                line.link().step(),
                line.link().item(),
                redaction.text(line.link().sentence()),
                line.details()
                        .map(details -> redaction.apply(Json.read(details, JsonNode.class)))
                        .orElse(null),
                redaction.lado() ? null : line.hash());
    }

    public VerificationView verification(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading sight = concernAccess.forReading(officer, Act.SEE_TIMELINE, reference, What.VERIFICATION);
            return VerificationView.of(timeline.verify(sight.concern()), sight.redaction());
        });
    }

    /** A page of what is mine to see: the agency's, the hubs', or for an auditor all. */
    public ConcernList list(Officer officer, @Nullable Reference after) {
        ConcernAccess.requireRole(officer, Act.SEE_STATUS);
        return transactions.inNewTransaction(() -> {
            @Nullable
            Concern last = after == null
                    ? null
                    : concernAccess
                            .forReading(officer, Act.SEE_STATUS, after, What.LIST)
                            .concern();
            List<Concern> found = theirs(officer, last);
            List<Concern> shown = found.subList(0, Math.min(PAGE, found.size()));
            concernAccess.recordReading(
                    officer, shown.stream().map(Concern::reference).toList(), What.LIST);
            return new ConcernList(
                    shown.stream().map(this::line).toList(),
                    found.size() > PAGE ? shown.get(PAGE - 1).reference().value() : null);
        });
    }

    /** A page and one more: read on until it is full, for some of what a hub or an agency has is behind a restriction. */
    private List<Concern> theirs(Officer officer, @Nullable Concern after) {
        List<Concern> shown = new ArrayList<>();
        @Nullable Concern last = after;
        List<Concern> found;
        do {
            found = concerns.visibleTo(
                    officer.agency(), officer.is(Role.AUDITOR) ? null : officer.hubs(), last, PAGE + 1);
            shown.addAll(concernAccess.visible(officer, Act.SEE_STATUS, found, Concern::reference));
            last = found.isEmpty() ? last : found.get(found.size() - 1);
        } while (shown.size() <= PAGE && found.size() > PAGE);
        return shown;
    }

    private ConcernList.Line line(Concern concern) {
        return new ConcernList.Line(
                concern.reference(),
                concern.receivedAt(),
                concern.open(),
                concern.parts().stream()
                        .map(part -> directory.hub(part.hub()).name())
                        .distinct()
                        .toList());
    }

    private PendingFeedback feedbackOf(Reference reference) {
        return new PendingFeedback(due(reference, Step.ACKNOWLEDGEMENT), due(reference, Step.WRITTEN_CONCERN));
    }

    private @Nullable Instant due(Reference reference, Step step) {
        return waiting.find(reference, step, "").map(WaitingStep::due).orElse(null);
    }

    /** Who looked at a concern: for managers and auditors, and looking at that is recorded too. */
    public ReadingsView readings(Officer officer, Reference reference, @Nullable Long before) {
        return transactions.inNewTransaction(() -> {
            Redaction redaction = concernAccess
                    .forReading(officer, Act.SEE_READINGS, reference, What.READINGS)
                    .redaction();
            List<Reading> found = readLog.of(reference, before == null ? Long.MAX_VALUE : before, PAGE + 1);
            List<Reading> shown = found.subList(0, Math.min(PAGE, found.size()));
            return new ReadingsView(
                    reference,
                    shown.stream().map(reading -> line(reading, redaction)).toList(),
                    found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        });
    }

    private static ReadingsView.Line line(Reading reading, Redaction redaction) {
        Signature signature = redaction.apply(reading.signature());
        return new ReadingsView.Line(
                reading.at(), signature.name(), signature.role(), signature.affiliation(), reading.what());
    }

    /** The exact words of a letter, for the person who sends it. */
    public String letter(Officer officer, Reference reference, Letter.Purpose purpose, String item, int revision) {
        return transactions.inNewTransaction(() -> {
            Redaction redaction = concernAccess
                    .forReading(officer, Act.SEE_CASE, reference, What.LETTER)
                    .redaction();
            return outbox.of(reference).stream()
                    .filter(letter -> !LetterVisibility.hides(redaction, letter))
                    .filter(letter ->
                            letter.purpose() == purpose && letter.item().equals(item) && letter.revision() == revision)
                    .map(Letter::content)
                    .findFirst()
                    .orElseThrow(RequestRefusedException::absent);
        });
    }
}
