package org.teestriage.casework.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.ConcernStatus.Added;
import org.teestriage.casework.casefile.ConcernStatus.ClosedHub;
import org.teestriage.casework.casefile.ConcernStatus.HubPhone;
import org.teestriage.casework.casefile.ConcernStatus.Instruction;
import org.teestriage.casework.casefile.ConcernStatus.LetterLine;
import org.teestriage.casework.casefile.ConcernStatus.OpenStep;
import org.teestriage.casework.casefile.ConcernStatus.Status;
import org.teestriage.casework.casefile.ConcernStatus.Told;
import org.teestriage.casework.casefile.ConcernStatus.WithHub;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Acknowledgement;
import org.teestriage.decision.ReferrerFeedback;
import org.teestriage.decision.Step;
import org.teestriage.decision.TellsReferrer;
import org.teestriage.decision.wording.Wording;
import org.teestriage.directory.Directory;
import org.teestriage.directory.DutyTeam;
import org.teestriage.directory.OutsideContact;
import org.teestriage.letter.Cause;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterVisibility;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.WaitingStep;
import org.teestriage.workflow.step.WaitingSteps;

@ApplicationScoped
public class ConcernStatusAssembler {

    private final ConcernAccess concernAccess;
    private final WaitingSteps waiting;
    private final DecidedSteps decided;
    private final Notes notes;
    private final Outbox outbox;
    private final Directory directory;
    private final DeadlineRules deadlineRules;
    private final Wording wording;

    ConcernStatusAssembler(
            ConcernAccess concernAccess,
            WaitingSteps waiting,
            DecidedSteps decided,
            Notes notes,
            Outbox outbox,
            Directory directory,
            DeadlineRules deadlineRules,
            Wording wording) {
        this.concernAccess = concernAccess;
        this.waiting = waiting;
        this.decided = decided;
        this.notes = notes;
        this.outbox = outbox;
        this.directory = directory;
        this.deadlineRules = deadlineRules;
        this.wording = wording;
    }

    /** Uses the access facts after the change in this transaction. */
    public ConcernStatus of(ConcernUpdate update) {
        return of(concernAccess.sight(update), update.now());
    }

    public ConcernStatus of(ConcernReading sight, Instant now) {
        Concern concern = sight.concern();
        Officer officer = sight.officer();
        AccessFacts ground = sight.ground();
        boolean inside = sight.may(Act.SEE_CASE);
        Redaction redaction = sight.redaction();
        List<WaitingStep> open = waiting.of(concern.reference()).stream()
                .filter(step -> !redaction.hides(step.step()))
                .toList();
        List<DecidedStep> done = decided.of(concern.reference()).stream()
                .filter(step -> !redaction.hides(step.step()))
                .toList();
        boolean closed = concern.open() && !clock(concern).isOpen(now);
        // Outside the case view, only the out-of-hours and emergency instructions use notes.
        List<Note> added = inside || closed || emergencyOpen(open) ? notes.of(concern.reference()) : List.of();
        return new ConcernStatus(
                emergencyOpen(open) ? emergency(concern, added, redaction) : null,
                concern.reference(),
                sight.may(Act.SEE_TIMELINE) ? sentence(concern, open, done) : outline(concern, done),
                status(concern, done),
                concern.receivedAt(),
                closed ? closedHub(concern, added, now) : null,
                concern.parts().stream().map(part -> withHub(part, concern)).toList(),
                done.stream().flatMap(step -> told(step, redaction).stream()).toList(),
                concern.duplicateOf().orElse(null),
                inside ? concern.priority() : null,
                inside ? redaction.text(concern.priorityReason()) : null,
                inside ? concern.complex() : null,
                inside ? open.stream().map(step -> openStep(step, now)).toList() : List.of(),
                inside ? redaction.apply(concern.facts()) : null,
                inside && !redaction.hidesNothing() ? redaction.withheld() : null,
                inside ? added.stream().map(note -> addition(note, redaction)).toList() : List.of(),
                inside
                        ? outbox.of(concern.reference()).stream()
                                .filter(letter -> !LetterVisibility.hidesThatThereIs(redaction, letter))
                                .map(letter -> line(letter, redaction))
                                .toList()
                        : List.of(),
                concern.asking().map(redaction::apply).orElse(null),
                Access.looksThroughBrokenGlass(officer, ground) ? true : null);
    }

    PendingFeedback pendingFeedback(Reference reference) {
        return new PendingFeedback(due(reference, Step.ACKNOWLEDGEMENT), due(reference, Step.WRITTEN_CONCERN));
    }

    private @Nullable Instant due(Reference reference, Step step) {
        return waiting.find(reference, step, "").map(WaitingStep::due).orElse(null);
    }

    public OpenStep openStep(WaitingStep step, Instant now) {
        return new OpenStep(
                step.step().id(),
                step.item(),
                step.step().title(),
                directory.hub(step.hub()).name(),
                step.priority(),
                step.openedAt(),
                step.due(),
                step.explanation(),
                now.isAfter(step.due()),
                step.claimedByName().orElse(null));
    }

    public PathView.Done doneStep(DecidedStep step, Redaction redaction) {
        return new PathView.Done(
                step.step().id(),
                step.item(),
                step.round(),
                step.step().title(),
                directory.hub(step.hub()).name(),
                step.openedAt(),
                step.due(),
                step.decidedAt(),
                step.decidedAt().isAfter(step.due()),
                // The only step that referrers decide, and their names may be confidential. Hub staff answer by name.
                step.step() == Step.WRITTEN_CONCERN ? redaction.person(step.decidedByName()) : step.decidedByName(),
                redaction.apply(Json.read(step.written(), JsonNode.class)));
    }

    private static Optional<Told> told(DecidedStep step, Redaction redaction) {
        return switch (step.step()) {
            case ACKNOWLEDGEMENT ->
                Optional.of(told(Told.About.ACKNOWLEDGEMENT, step.decision(Acknowledgement.class), step, redaction));
            case REFERRER_FEEDBACK ->
                Optional.of(told(Told.About.OUTCOME, step.decision(ReferrerFeedback.class), step, redaction));
            default -> Optional.empty();
        };
    }

    private static Told told(Told.About about, TellsReferrer told, DecidedStep step, Redaction redaction) {
        return new Told(
                about,
                told.wording(),
                told.addition() == null ? null : redaction.text(told.addition()),
                told.at(),
                told.how(),
                redaction.referrer() ? null : told.toldTo(),
                step.decidedByName());
    }

    private Instruction emergency(Concern concern, List<Note> added, Redaction redaction) {
        Wording.Emergency emergency = wording.emergency();
        return concern.called999(added)
                .map(redaction::apply)
                .map(contact -> new Instruction(emergency.called(contact), List.of(), emergency.onceCalled(), contact))
                .orElseGet(() -> new Instruction(emergency.say(), emergency.tellThem(), emergency.doNot(), null));
    }

    private static boolean emergencyOpen(List<WaitingStep> open) {
        return open.stream().anyMatch(step -> step.step() == Step.EMERGENCY_CALL);
    }

    private static Status status(Concern concern, List<DecidedStep> done) {
        if (concern.duplicateOf().isPresent()) {
            return Status.LINKED_AS_DUPLICATE;
        }
        if (!concern.open()) {
            return Status.CLOSED;
        }
        // Decisions and feedback from before a reopening do not count.
        List<DecidedStep> since = done.stream()
                .filter(step ->
                        concern.reopenedAt().filter(step.decidedAt()::isBefore).isEmpty())
                .toList();
        boolean told = concern.parts().stream().allMatch(part -> since.stream()
                .anyMatch(step ->
                        step.step() == Step.REFERRER_FEEDBACK && step.item().equals(String.valueOf(part.number()))));
        if (told) {
            return Status.DECIDED;
        }
        return since.stream().noneMatch(step -> step.step().isOnThePath()) ? Status.RECEIVED : Status.BEING_DECIDED;
    }

    /** The status in one sentence. {@code open} contains only the steps that the reader may see. */
    String sentence(Concern concern, List<WaitingStep> open, List<DecidedStep> done) {
        return switch (status(concern, done)) {
            case LINKED_AS_DUPLICATE, CLOSED -> outline(concern, done);
            case RECEIVED, BEING_DECIDED, DECIDED ->
                received(concern)
                        + open.stream()
                                .filter(step -> step.step().isOnThePath())
                                .findFirst()
                                .map(next ->
                                        "Next: %s, due %s.".formatted(toDo(next.step()), LondonTime.when(next.due())))
                                .orElse(
                                        "Waiting for a hub to open, for what is not yours to see, or for a hold to end.");
        };
    }

    /** Names no steps. After the first decision, a step in the queue also reads as being decided. */
    private String outline(Concern concern, List<DecidedStep> done) {
        return received(concern)
                + switch (status(concern, done)) {
                    case LINKED_AS_DUPLICATE -> "Linked to another concern about the same matter, where it goes on.";
                    case CLOSED ->
                        "Closed %s."
                                .formatted(
                                        concern.closedAt().map(LondonTime::when).orElse(""));
                    case RECEIVED -> "The hub has not decided anything yet.";
                    case BEING_DECIDED -> "The hub is deciding what happens next.";
                    case DECIDED -> "The hub has decided and told the referrer.";
                };
    }

    private String received(Concern concern) {
        return "Received %s by %s. "
                .formatted(
                        LondonTime.when(concern.receivedAt()),
                        concern.parts().stream()
                                .map(part -> directory.hub(part.hub()).name())
                                .distinct()
                                .collect(Collectors.joining(" and ")));
    }

    /** The step as a task. The title "emergency call" would read as if a call were in progress. */
    private static String toDo(Step step) {
        if (step == Step.EMERGENCY_CALL) {
            return "make sure that 999 was called, and record it";
        }
        String title = step.title();
        return title.startsWith("CEOP") ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private BusinessClock clock(Concern concern) {
        return deadlineRules.hubClock(directory.hub(concern.part(1).hub()).hours());
    }

    private ClosedHub closedHub(Concern concern, List<Note> added, Instant now) {
        BusinessClock clock = clock(concern);
        Instant opens = clock.nextOpening(now);
        DutyTeam team = directory.dutyTeam();
        Optional<Instant> called = added.stream()
                .filter(note -> note.addition() instanceof PhoneCall call
                        && call.to() == PhoneCall.To.EMERGENCY_DUTY_TEAM
                        && clock.nextOpening(call.rungAt()).equals(opens))
                .map(note -> ((PhoneCall) note.addition()).rungAt())
                .max(Comparator.naturalOrder());
        Wording.OutOfHours words = wording.outOfHours();
        return new ClosedHub(
                (called.isPresent() ? words.called() : words.now())
                        .formatted(
                                LondonTime.when(opens),
                                team.name(),
                                team.phone().number(),
                                called.map(LondonTime::when).orElse("")),
                words.later().formatted(LondonTime.when(opens)),
                team.name(),
                team.phone().number(),
                opens,
                called.orElse(null));
    }

    private WithHub withHub(Part part, Concern concern) {
        LocalDate day = BusinessClock.dateOf(concern.receivedAt());
        return new WithHub(
                part.number(),
                part.hub(),
                directory.hub(part.hub()).name(),
                directory.hub(part.hub()).phones().stream()
                        .map(phone -> new HubPhone(phone.number(), phone.lastVerified() != null))
                        .toList(),
                part.standing(),
                part.children(),
                part.authority().map(code -> directory.authority(code).name()).orElse(null),
                part.authority()
                        .filter(code -> directory.hubFor(code, day).isEmpty())
                        .flatMap(directory::doorOutside)
                        .map(ConcernStatusAssembler::inWords)
                        .orElse(null),
                part.proposedMove().map(hub -> directory.hub(hub).name()).orElse(null));
    }

    private static String inWords(OutsideContact door) {
        return door.phone() == null
                ? door.name()
                : door.name() + ", " + door.phone().number();
    }

    private static Added addition(Note note, Redaction redaction) {
        return new Added(
                note.number(),
                note.kind().name(),
                note.at(),
                redaction.person(note.byName()),
                redaction.apply(note.addition()));
    }

    public static LetterLine line(Letter letter, Redaction redaction) {
        return new LetterLine(
                letter.number(),
                letter.purpose().name(),
                letter.item(),
                letter.revision(),
                letter.partner(),
                letter.state().name(),
                letter.cause().map(Cause::words).orElse(null),
                letter.preparedAt(),
                letter.settledAt().orElse(null),
                letter.theirReference().orElse(null),
                LetterVisibility.hides(redaction, letter) ? null : letter.contentHash());
    }
}
