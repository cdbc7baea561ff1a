package org.teestriage.delivery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.teestriage.concern.Reference;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Letter;
import org.teestriage.letter.LetterPrintService;
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

    /** The files that go to the partner: not the XHTML of a PDF, which mail filters refuse. */
    public List<Attachment> enclosures() {
        return draft.enclosures().stream()
                .filter(sheet -> !LetterDraft.isToPrint(sheet))
                .toList();
    }

    /** Whether a PDF of the letter is not made yet. */
    boolean isUnprinted() {
        Stream<Attachment> pages = draft.enclosures().stream().filter(LetterDraft::isToPrint);
        return pages.anyMatch(page ->
                enclosures().stream().noneMatch(sheet -> sheet.name().equals(LetterPrintService.pdfOf(page.name()))));
    }

    DeliveryJob with(LetterDraft printed) {
        return new DeliveryJob(
                letter, reference, dispatchId, lease, attempt, partner, wire, purpose, recipient, printed);
    }
}
