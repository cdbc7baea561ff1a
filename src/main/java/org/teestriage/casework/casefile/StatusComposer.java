package org.teestriage.casework.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.AccessFacts;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.ConcernStatus.Added;
import org.teestriage.casework.casefile.ConcernStatus.ChildPlace;
import org.teestriage.casework.casefile.ConcernStatus.HubPhone;
import org.teestriage.casework.casefile.ConcernStatus.OpenStep;
import org.teestriage.casework.casefile.ConcernStatus.Told;
import org.teestriage.casework.casefile.ConcernStatus.WithHub;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Covert;
import org.teestriage.concern.Note;
import org.teestriage.concern.Part;
import org.teestriage.concern.facts.Answer;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Acknowledgement;
import org.teestriage.decision.ReferrerFeedback;
import org.teestriage.decision.Step;
import org.teestriage.decision.TellsReferrer;
import org.teestriage.directory.Directory;
import org.teestriage.directory.OutsideContact;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterVisibility;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.StepVersion;
import org.teestriage.workflow.step.WaitingStep;

record StatusComposer(Directory directory, StatusSentences sentences, Instructions instructions) {

    /** {@code notes} and {@code letters} are read only if the reader sees something of them. */
    record Rows(
            List<WaitingStep> waiting,
            List<DecidedStep> decided,
            Supplier<List<Note>> notes,
            Supplier<List<Letter>> letters,
            Supplier<List<ChildPlace>> places) {}

    ConcernStatus compose(ConcernReading sight, Rows rows, Instant now) {
        Concern concern = sight.concern();
        Officer officer = sight.officer();
        AccessFacts ground = sight.ground();
        boolean inside = sight.may(Act.SEE_CASE);
        Redaction redaction = sight.redaction();
        List<String> withheld = redaction.withheld();
        List<WaitingStep> open = rows.waiting().stream()
                .filter(step -> !redaction.hides(step.step()))
                .toList();
        List<DecidedStep> done = rows.decided().stream()
                .filter(step -> !redaction.hides(step.step()))
                .toList();
        boolean closed = concern.open() && !instructions.hubIsOpen(concern, now);
        boolean instructs = emergencyOpen(open) || mayBeInDanger(concern, open);
        // Outside the case view, only the out-of-hours and emergency instructions use notes.
        List<Note> added = inside || closed || instructs ? rows.notes().get() : List.of();
        Facts facts = inside ? redaction.apply(concern.facts()) : null;
        return new ConcernStatus(
                instructs ? instructions.emergency(concern, added, redaction) : null,
                concern.reference(),
                sight.may(Act.SEE_TIMELINE)
                        ? sentences.sentence(concern, open, done)
                        : sentences.outline(concern, done),
                StatusSentences.status(concern, done),
                concern.receivedAt(),
                closed ? instructions.closedHub(concern, added, now) : null,
                concern.parts().stream().map(part -> withHub(part, concern)).toList(),
                facts == null
                        ? List.of()
                        : rows.places().get().stream()
                                .map(place -> shown(place, facts))
                                .toList(),
                done.stream().flatMap(step -> told(step, redaction).stream()).toList(),
                redaction.link(concern.duplicateOf()).orElse(null),
                inside ? concern.priority() : null,
                inside ? redaction.text(concern.priorityReason()) : null,
                inside ? concern.complex() : null,
                inside ? concern.covert().map(mark -> shown(mark, redaction)).orElse(null) : null,
                inside
                        ? open.stream()
                                .map(step -> openStep(
                                        step, concern, StepVersion.of(step, added.size(), rows.decided()), now))
                                .toList()
                        : List.of(),
                facts,
                (inside || redaction.content()) && !withheld.isEmpty() ? withheld : null,
                inside ? added.stream().map(note -> addition(note, redaction)).toList() : List.of(),
                inside
                        ? rows.letters().get().stream()
                                .filter(letter -> !LetterVisibility.hidesExistence(redaction, letter))
                                .map(letter -> ConcernStatusAssembler.line(letter, redaction))
                                .toList()
                        : List.of(),
                concern.asking().map(redaction::apply).orElse(null),
                concern.questionDue(),
                Access.looksThroughBrokenGlass(officer, ground) ? true : null);
    }

    OpenStep openStep(WaitingStep step, Concern concern, StepVersion version, Instant now) {
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
                step.claimedByName().orElse(null),
                step.secondAskedBy().orElse(null),
                instructions.whileClosed(step, concern, now),
                version.toString());
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
                redaction.typed(told.addition()).orElse(null),
                told.at(),
                told.how(),
                redaction.toldTo(told.toldTo()),
                step.decidedByName());
    }

    /** Whether it is not known if a child is in danger now, and the check of that is still open. */
    private static boolean mayBeInDanger(Concern concern, List<WaitingStep> open) {
        return !concern.dangerSeen()
                && concern.facts().overallUrgency().dangerNow() == Answer.NOT_KNOWN
                && open.stream().anyMatch(step -> step.step() == Step.IMMEDIATE_RISK_CHECK);
    }

    private static boolean emergencyOpen(List<WaitingStep> open) {
        return open.stream().anyMatch(step -> step.step() == Step.EMERGENCY_CALL);
    }

    private WithHub withHub(Part part, Concern concern) {
        LocalDate day = concern.receivedOn();
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
                part.placedAt().orElse(null),
                part.ground().orElse(null),
                part.authority()
                        .filter(code -> directory.hubFor(code, day).isEmpty())
                        .flatMap(directory::doorOutside)
                        .map(OutsideContact::inWords)
                        .orElse(null),
                part.proposedMove().map(hub -> directory.hub(hub).name()).orElse(null));
    }

    private static Covert shown(Covert mark, Redaction redaction) {
        return new Covert(mark.since(), redaction.text(mark.because()), redaction.text(mark.askedBy()), mark.by());
    }

    /** Where a child is now is withheld with its address. */
    private static ChildPlace shown(ChildPlace place, Facts facts) {
        return facts.children().get(place.child() - 1).whereNow() == null
                ? new ChildPlace(place.child(), place.lives(), null)
                : place;
    }

    private static Added addition(Note note, Redaction redaction) {
        return new Added(
                note.number(), note.kind().name(), note.at(), redaction.author(note), redaction.apply(note.addition()));
    }
}
