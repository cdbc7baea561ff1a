package org.teestriage.casework.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernReading;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.FactsHistory;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.Reference;
import org.teestriage.concern.facts.Amendment;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;

/** The facts of a concern and their history: for a referrer as the agency said them, for the hub as they are known. */
@ApplicationScoped
public class FactsService {

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final Notes notes;

    FactsService(ConcernAccess concernAccess, Transactions transactions, Notes notes) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.notes = notes;
    }

    /**
     * The facts at a revision, by default the present one.
     *
     * @throws RequestRefusedException if there is no such revision
     */
    public FactsView facts(Officer officer, Reference reference, @Nullable Integer revision) {
        return transactions.inNewTransaction(() -> {
            ConcernReading reading = read(officer, reference);
            return facts(reading, history(reading), revision);
        });
    }

    /** {@code field}: the path of one field, such as {@code children[0].school}; null for all. */
    public FactsHistoryView history(Officer officer, Reference reference, @Nullable String field) {
        return transactions.inNewTransaction(() -> {
            ConcernReading reading = read(officer, reference);
            return history(reading, history(reading), field);
        });
    }

    /** The present facts and their whole history. */
    public record WithHistory(FactsView facts, FactsHistoryView history) {}

    public WithHistory look(Officer officer, Reference reference) {
        return transactions.inNewTransaction(() -> {
            ConcernReading reading = read(officer, reference);
            FactsHistory history = history(reading);
            return new WithHistory(facts(reading, history, null), history(reading, history, null));
        });
    }

    private static FactsView facts(ConcernReading reading, FactsHistory history, @Nullable Integer revision) {
        int latest = history.latest().number();
        FactsHistory.Revision found = history.at(revision == null ? latest : revision)
                .orElseThrow(() -> RequestRefusedException.conflict(
                        "The facts have %d revisions; there is no other.".formatted(latest)));
        List<String> withheld = reading.redaction().withheld();
        return new FactsView(
                reading.concern().reference(),
                found.number(),
                latest,
                found.at(),
                reading.redaction().apply(found.facts()),
                withheld.isEmpty() ? null : withheld);
    }

    private static FactsHistoryView history(ConcernReading reading, FactsHistory history, @Nullable String field) {
        return new FactsHistoryView(
                reading.concern().reference(),
                history.revisions().stream()
                        .map(revision -> shown(revision, reading, field))
                        .filter(revision -> field == null || !revision.changes().isEmpty())
                        .toList());
    }

    private ConcernReading read(Officer officer, Reference reference) {
        return concernAccess.forReading(
                officer, officer.is(Role.REFERRER) ? Act.TELL : Act.SEE_CASE, reference, What.FACTS);
    }

    private FactsHistory history(ConcernReading reading) {
        Concern concern = reading.concern();
        FactsHistory history = FactsHistory.of(concern, notes.of(concern.reference()));
        return reading.officer().is(Role.REFERRER) ? history.saidByAgency() : history;
    }

    private static FactsHistoryView.Revision shown(
            FactsHistory.Revision revision, ConcernReading reading, @Nullable String field) {
        Redaction redaction = reading.redaction();
        Optional<Note> note = Optional.ofNullable(revision.note());
        Optional<Amendment> amendment = revision.amendment().map(told -> (Amendment) redaction.apply(told));
        return new FactsHistoryView.Revision(
                revision.number(),
                note.map(told -> told.kind().name()).orElse("RAISED"),
                revision.at(),
                note.map(redaction::author).orElseGet(() -> redaction.raisedBy(revision.facts())),
                note.map(Note::byAgency).orElse(true),
                amendment.map(Amendment::saidBy).orElse(null),
                amendment.map(Amendment::saidOn).orElse(null),
                amendment.map(Amendment::why).orElse(null),
                amendment.map(Amendment::changes).orElse(List.of()).stream()
                        .filter(change -> field == null || isAt(change, field))
                        .toList());
    }

    private static boolean isAt(FieldChange change, String field) {
        return change.field().equals(field)
                || change.field().startsWith(field + ".")
                || change.field().startsWith(field + "[");
    }
}
