package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Role;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Concern;
import org.teestriage.concern.FactsHistory;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.concern.amendment.AmendmentRequest;
import org.teestriage.concern.amendment.FactFields;
import org.teestriage.concern.facts.Facts;
import org.teestriage.concern.facts.FieldChange;
import org.teestriage.platform.text.LondonTime;
import org.teestriage.platform.transaction.RequestRefusedException;

/**
 * The facts after an amendment. Only fields that differ from what the author read are changed, so that nothing is lost that
 * is withheld from the author or was changed meanwhile.
 */
@ApplicationScoped
class AmendedFacts {

    private final ConcernAccess concernAccess;
    private final Notes notes;

    AmendedFacts(ConcernAccess concernAccess, Notes notes) {
        this.concernAccess = concernAccess;
        this.notes = notes;
    }

    /**
     * The fields of the facts after the amendment.
     *
     * @throws RequestRefusedException if a field has changed since the author read it, is withheld from the author, or was
     *     said by the hub and the author is of an agency
     */
    FactFields of(ConcernUpdate update, AmendmentRequest request) {
        Concern concern = update.concern();
        FactsHistory history = FactsHistory.of(concern, notes.of(concern.reference()));
        Facts shown = shown(update, history, request.revision());
        FactFields current = FactFields.of(concern.facts());
        List<FieldChange> changes = request.changes(shown, concern.facts());
        if (request.lacksReason(changes)) {
            throw RequestRefusedException.conflict(
                    "NOT submitted. Say why what was said before is corrected or withdrawn.");
        }
        changes.forEach(change -> requireUnchanged(update, history, current, change));
        return current.after(changes);
    }

    private Facts shown(ConcernUpdate update, FactsHistory all, @Nullable Integer revision) {
        FactsHistory history = update.officer().is(Role.REFERRER) ? all.saidByAgency() : all;
        int read = revision == null ? history.latest().number() : revision;
        return history.at(read)
                .map(FactsHistory.Revision::facts)
                .map(concernAccess.redaction(update.officer(), update.concern())::apply)
                .orElseThrow(() -> RequestRefusedException.conflict(
                        "The facts have no revision %d. Read them again.".formatted(read)));
    }

    private void requireUnchanged(ConcernUpdate update, FactsHistory history, FactFields current, FieldChange change) {
        if (Objects.equals(current.value(change.field()), change.before())) {
            return;
        }
        Redaction redaction = concernAccess.redaction(update.officer(), update.concern());
        if (update.officer().is(Role.REFERRER)) {
            throw RequestRefusedException.overtaken("NOT submitted. The hub has changed this since your agency said it."
                    + " Add what you know as further information instead: the hub reads it.");
        }
        if (redaction.hides(change)) {
            throw RequestRefusedException.notAllowed(
                    "NOT submitted. What you change is withheld from you. Ask a manager of"
                            + " the hub, or add it as further information.");
        }
        throw RequestRefusedException.overtaken(
                "NOT submitted, and nothing is overwritten. %s was changed%s. Read the facts"
                                .formatted(change.field(), by(history.lastChange(change.field()), redaction))
                        + " again, then correct what is still wrong.");
    }

    private static String by(Optional<Note> last, Redaction redaction) {
        return last.map(note -> " by %s, %s".formatted(redaction.author(note), LondonTime.when(note.at())))
                .orElse(" since you read it");
    }
}
