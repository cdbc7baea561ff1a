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
 * A letter on its way, for one attempt. The partner knows it by the dispatch id, whatever the attempt; the partner is absent
 * where it is no longer on file.
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

    /** What a machine reads, where there is such a document. */
    public Optional<Attachment> document() {
        return enclosures().stream()
                .filter(sheet -> sheet.mediaType().equals("application/json"))
                .findFirst();
    }

    public List<Attachment> enclosures() {
        return draft.enclosures();
    }
}
