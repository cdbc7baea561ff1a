package org.teestriage.letter.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.document.Sha256;

public record LetterDraft(String text, List<Attachment> enclosures) {

    private static final String XHTML = "text/html";

    public LetterDraft {
        enclosures = List.copyOf(enclosures);
    }

    static Attachment plain(String name, String text) {
        return new Attachment(name, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The XHTML of an enclosure that is printed as PDF after the decision: {@code referral.html} for referral.pdf. */
    static Attachment toPrint(String name, String html) {
        return new Attachment(name + ".html", XHTML, html.getBytes(StandardCharsets.UTF_8));
    }

    public static boolean isToPrint(Attachment sheet) {
        return sheet.mediaType().equals(XHTML);
    }

    /**
     * SHA-256 of the text and of the names and hashes of all enclosures, so that the content sent is the content
     * approved. Computed once, when the letter is prepared: of a PDF, it covers the XHTML.
     */
    public String hash() {
        StringBuilder all = new StringBuilder(text);
        enclosures.forEach(
                sheet -> all.append('\n').append(sheet.name()).append(' ').append(sheet.hash()));
        return Sha256.of(all.toString());
    }
}
