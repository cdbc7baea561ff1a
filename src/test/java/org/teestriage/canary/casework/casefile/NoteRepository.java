package org.teestriage.canary.casework.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.teestriage.concern.Note;

/** A collection with a technical name instead of a plural. */
class NoteRepository implements PanacheRepositoryBase<Note, Long> {}
