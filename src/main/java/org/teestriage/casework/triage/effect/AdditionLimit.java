package org.teestriage.casework.triage.effect;

import jakarta.enterprise.context.ApplicationScoped;
import org.teestriage.concern.Note;
import org.teestriage.concern.Notes;
import org.teestriage.platform.transaction.RequestRefusedException;

/** Limits what is added to one concern in all, because every page of it shows all of it. */
@ApplicationScoped
public class AdditionLimit {

    /** Counted for each addition besides its text, so that many short ones have a limit too. */
    private static final long EACH = 1_000;

    private final Notes notes;
    private final AdditionSettings settings;

    AdditionLimit(Notes notes, AdditionSettings settings) {
        this.notes = notes;
        this.settings = settings;
    }

    /** Adds a note to its concern, or refuses it with what to do instead. */
    public void add(Note note) {
        boolean danger = note.kind() == Note.Kind.DANGER;
        long most = (danger ? settings.maxTextWithDanger() : settings.maxText()).asLongValue();
        long before = notes.of(note.reference()).stream()
                .mapToLong(AdditionLimit::size)
                .sum();
        if (before + size(note) > most) {
            throw RequestRefusedException.conflict(
                    danger
                            ? "NOT submitted. Call 999, then the hub: this concern is full and takes no more text."
                            : "NOT submitted. This concern is full: only new danger can still be told here. If a child"
                                    + " is in danger now, call 999. Call the hub and name this reference.");
        }
        notes.add(note);
    }

    private static long size(Note note) {
        return note.length() + EACH;
    }
}
