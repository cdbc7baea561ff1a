package org.teestriage.delivery;

import java.util.List;
import java.util.Optional;
import org.teestriage.concern.Reference;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Letter;
import org.teestriage.letter.content.LetterDraft;
import org.teestriage.platform.document.Attachment;

/**
 * One attempt to deliver a letter. The dispatch id is the same for all attempts and identifies the letter to the
 * partner. The partner is empty if it is no longer on file.
 */
public record DeliveryJob(
        long letter,
        Reference reference,
        String dispatchId,
        String lease,
        int attempt,
        Optional<Partner> partner,
        Transport wire,
        Letter.Purpose purpose,
        String recipient,
        LetterDraft draft) {

    /** The machine-readable document, if the letter has one. */
    public Optional<Attachment> document() {
        return enclosures().stream()
                .filter(sheet -> sheet.mediaType().equals("application/json"))
                .findFirst();
    }

    public List<Attachment> enclosures() {
        return draft.enclosures();
    }
}
