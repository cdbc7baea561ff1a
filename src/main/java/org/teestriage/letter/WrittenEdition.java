package org.teestriage.letter;

import org.jspecify.annotations.Nullable;
import org.teestriage.letter.content.LetterDraft;

/**
 * An edition of a letter before it is stored.
 *
 * @param toldHash of the whole letter at that time, whatever the edition contains of it
 * @param addsTo the edition that it adds to; null for a whole letter
 */
record WrittenEdition(
        LetterDraft draft, String toldHash, @Nullable Integer addsTo) {}
