package org.teestriage.letter.content;

import java.util.List;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.document.Sha256;

public record LetterDraft(String text, List<Attachment> enclosures) {

    public LetterDraft {
        enclosures = List.copyOf(enclosures);
    }

    static LetterDraft of(String text, Attachment... enclosures) {
        return new LetterDraft(text, List.of(enclosures));
    }

    /**
     * SHA-256 of the text and of the names and hashes of all enclosures, so that the content sent is the content
     * approved.
     */
    public String hash() {
        StringBuilder all = new StringBuilder(text);
        enclosures.forEach(
                sheet -> all.append('\n').append(sheet.name()).append(' ').append(sheet.hash()));
        return Sha256.of(all.toString());
    }
}
