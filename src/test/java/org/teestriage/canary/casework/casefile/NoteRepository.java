package org.teestriage.canary.casework.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.teestriage.concern.Note;

/** A collection that is called after how it is kept. */
class NoteRepository implements PanacheRepositoryBase<Note, Long> {}
