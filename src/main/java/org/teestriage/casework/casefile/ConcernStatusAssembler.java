package org.teestriage.casework.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.casefile.ConcernStatus.Area;
import org.teestriage.casework.casefile.ConcernStatus.ChildPlace;
import org.teestriage.casework.casefile.ConcernStatus.LetterLine;
import org.teestriage.casework.casefile.ConcernStatus.OpenStep;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Reference;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.Step;
import org.teestriage.directory.Authority;
import org.teestriage.directory.Directory;
import org.teestriage.directory.routing.Places;
import org.teestriage.letter.Cause;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterVisibility;
import org.teestriage.letter.Outbox;
import org.teestriage.platform.persistence.Json;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;
import org.teestriage.workflow.step.StepVersion;
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
    private final Places places;
    private final StatusComposer composer;

    ConcernStatusAssembler(
            ConcernAccess concernAccess,
            WaitingSteps waiting,
            DecidedSteps decided,
            Notes notes,
            Outbox outbox,
            Directory directory,
            Places places,
            Instructions instructions) {
        this.concernAccess = concernAccess;
        this.waiting = waiting;
        this.decided = decided;
        this.notes = notes;
        this.outbox = outbox;
        this.directory = directory;
        this.places = places;
        this.composer = new StatusComposer(directory, new StatusSentences(directory), instructions);
    }

    /** Uses the access facts after the change in this transaction. */
    public ConcernStatus of(ConcernUpdate update) {
        return of(concernAccess.sight(update), update.now());
    }

    public ConcernStatus of(ConcernReading sight, Instant now) {
        Reference reference = sight.concern().reference();
        return composer.compose(
                sight,
                new StatusComposer.Rows(
                        waiting.of(reference),
                        decided.of(reference),
                        () -> notes.of(reference),
                        () -> outbox.of(reference),
                        () -> places(sight.concern(), now)),
                now);
    }

    private List<ChildPlace> places(Concern concern, Instant now) {
        LocalDate today = BusinessClock.dateOf(now);
        return places.of(concern).stream()
                .map(place -> new ChildPlace(
                        place.child(),
                        area(place.home(), today),
                        place.now() == null ? null : area(place.now(), today)))
                .toList();
    }

    private Area area(@Nullable Authority authority, LocalDate today) {
        Optional<Authority> known = Optional.ofNullable(authority);
        return new Area(
                known.map(Authority::name).orElse(null),
                known.flatMap(places::door).orElse(null),
                places.force(known, today).name());
    }

    public OpenStep openStep(WaitingStep step, Concern concern, Instant now) {
        Reference reference = concern.reference();
        return composer.openStep(
                step, concern, StepVersion.of(step, notes.of(reference).size(), decided.of(reference)), now);
    }

    PendingFeedback pendingFeedback(Reference reference) {
        return new PendingFeedback(due(reference, Step.ACKNOWLEDGEMENT), due(reference, Step.WRITTEN_CONCERN));
    }

    private @Nullable Instant due(Reference reference, Step step) {
        return waiting.find(reference, step, "").map(WaitingStep::due).orElse(null);
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
                // The only step that referrers decide. Hub staff answer by name.
                step.step() == Step.WRITTEN_CONCERN ? redaction.person(step.decidedByName()) : step.decidedByName(),
                step.decidedByProfession().orElse(null),
                redaction.apply(Json.read(step.written(), JsonNode.class)));
    }

    public static LetterLine line(Letter letter, Redaction redaction) {
        return new LetterLine(
                letter.number(),
                letter.purpose().name(),
                letter.item(),
                letter.revision(),
                LetterVisibility.recipient(redaction, letter),
                letter.state().name(),
                letter.cause().map(Cause::words).orElse(null),
                letter.preparedAt(),
                letter.settledAt().orElse(null),
                letter.theirReference().flatMap(redaction::typed).orElse(null),
                LetterVisibility.hides(redaction, letter) ? null : letter.contentHash());
    }
}
