package org.teestriage.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.amendment.FactFields;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.Facts;

/**
 * The facts of a concern at each revision, oldest first. Earlier revisions follow from the present facts and the
 * amendments since: each amendment says what it replaced.
 */
public record FactsHistory(List<Revision> revisions) {

    /**
     * The facts from one moment on.
     *
     * @param note what began the revision; null for the first, which was raised
     */
    public record Revision(int number, Instant at, @Nullable Note note, Facts facts) {

        /** What changed; empty where facts were raised, or something was added that changes no field. */
        public Optional<Amendment> amendment() {
            return Optional.ofNullable(note)
                    .map(Note::addition)
                    .filter(Amendment.class::isInstance)
                    .map(Amendment.class::cast);
        }
    }

    public FactsHistory {
        revisions = List.copyOf(revisions);
    }

    /** {@code notes} of the concern, in any order. */
    public static FactsHistory of(Concern concern, List<Note> notes) {
        List<Revision> latestFirst = new ArrayList<>();
        FactFields fields = FactFields.of(concern.facts());
        Facts facts = concern.facts();
        for (Note note : notes.stream()
                .sorted((one, other) -> Integer.compare(other.revision(), one.revision()))
                .toList()) {
            Revision revision = new Revision(note.revision(), note.at(), note, facts);
            latestFirst.add(revision);
            Optional<Amendment> amendment = revision.amendment();
            if (amendment.isPresent()) {
                fields = fields.before(amendment.get().changes());
                facts = fields.facts();
            }
        }
        latestFirst.add(new Revision(1, concern.receivedAt(), null, facts));
        Collections.reverse(latestFirst);
        return new FactsHistory(latestFirst);
    }

    public Optional<Revision> at(int number) {
        return revisions.stream()
                .filter(revision -> revision.number() == number)
                .findFirst();
    }

    /** The moment from which something that holds now has held without a break. */
    public Instant heldSince(Predicate<Revision> holds) {
        Instant since = latest().at();
        for (int index = revisions.size() - 1; index >= 0 && holds.test(revisions.get(index)); index--) {
            since = revisions.get(index).at();
        }
        return since;
    }

    public Revision latest() {
        return revisions.get(revisions.size() - 1);
    }

    /**
     * The history as the agency said it, without what a hub added or corrected. Its revisions have numbers of their own, so
     * that no gap tells what the hub did.
     */
    public FactsHistory saidByAgency() {
        List<Revision> said = new ArrayList<>();
        FactFields fields = FactFields.of(revisions.get(0).facts());
        for (Revision revision : revisions) {
            Note note = revision.note();
            if (note == null || note.byAgency()) {
                fields = fields.after(
                        revision.amendment().map(Amendment::changes).orElse(List.of()));
                said.add(new Revision(said.size() + 1, revision.at(), note, fields.facts()));
            }
        }
        return new FactsHistory(said);
    }

    /** The amendment that last changed a field, if any did. */
    public Optional<Note> lastChange(String field) {
        return revisions.stream()
                .filter(revision -> revision.amendment().stream()
                        .flatMap(amendment -> amendment.changes().stream())
                        .anyMatch(change -> change.field().equals(field)))
                .flatMap(revision -> Optional.ofNullable(revision.note()).stream())
                .reduce((earlier, later) -> later);
    }
}
