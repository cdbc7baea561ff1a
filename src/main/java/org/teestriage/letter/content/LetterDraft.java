package org.teestriage.letter.content;

import java.util.List;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.document.Sha256;

/** A letter before it is frozen: the words for a person, and what goes along for machines or to print. */
public record LetterDraft(String text, List<Attachment> enclosures) {

    public LetterDraft {
        enclosures = List.copyOf(enclosures);
    }

    static LetterDraft of(String text, Attachment... enclosures) {
        return new LetterDraft(text, List.of(enclosures));
    }

    /** Over the words and everything enclosed: what was read is what is sent. */
    public String hash() {
        StringBuilder all = new StringBuilder(text);
        enclosures.forEach(
                sheet -> all.append('\n').append(sheet.name()).append(' ').append(sheet.hash()));
        return Sha256.of(all.toString());
    }
}
