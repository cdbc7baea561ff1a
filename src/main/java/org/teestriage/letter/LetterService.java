package org.teestriage.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;

@ApplicationScoped
public class LetterService {

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final Outbox outbox;
    private final LetterViews letterViews;
    private final LetterPrintService letterPrintService;

    LetterService(
            ConcernAccess concernAccess,
            Transactions transactions,
            Outbox outbox,
            LetterViews letterViews,
            LetterPrintService letterPrintService) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.outbox = outbox;
        this.letterViews = letterViews;
        this.letterPrintService = letterPrintService;
    }

    public LetterView letter(Officer officer, Reference reference, int number) {
        long letter = printed(officer, reference, number);
        return transactions.inNewTransaction(() -> letterViews.of(outbox.findById(letter), concernAccess.now()));
    }

    /** The latest letter of the step with this content hash, which may no longer be the current one. */
    public Optional<LetterView> asRead(
            Officer officer, Reference reference, Step step, String item, String contentHash) {
        return transactions.inNewTransaction(() -> all(officer, reference, step, item)
                .filter(letter -> letter.contentHash().equals(contentHash))
                .reduce((older, newer) -> newer)
                .map(letter -> letterViews.of(letter, concernAccess.now())));
    }

    private Stream<Letter> all(Officer officer, Reference reference, Step step, String item) {
        List<Letter> letters = letterViews.about(reference, step, item);
        if (letters.isEmpty()) {
            return Stream.empty();
        }
        Redaction redaction = concernAccess
                .forReading(officer, Act.SEE_CASE, reference, What.LETTER)
                .redaction();
        return letters.stream().filter(letter -> !LetterVisibility.hides(redaction, letter));
    }

    /** The exact text of one revision of a letter, for a person who sends it by hand. */
    public String words(Officer officer, Reference reference, Purpose purpose, String item, int revision) {
        return transactions.inNewTransaction(() -> {
            Redaction redaction = concernAccess
                    .forReading(officer, Act.SEE_CASE, reference, What.LETTER)
                    .redaction();
            return outbox.of(reference).stream()
                    .filter(letter -> !LetterVisibility.hides(redaction, letter))
                    .filter(letter -> LetterViews.isFor(letter, purpose, item) && letter.revision() == revision)
                    .map(Letter::content)
                    .findFirst()
                    .orElseThrow(RequestRefusedException::absent);
        });
    }

    public Attachment enclosure(Officer officer, Reference reference, int number, String name) {
        long letter = printed(officer, reference, number);
        return transactions.inNewTransaction(() -> outbox.draft(outbox.findById(letter)).enclosures().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(RequestRefusedException::absent));
    }

    /** The id of a letter that the officer may read, once its PDF is there. */
    private long printed(Officer officer, Reference reference, int number) {
        long letter = transactions.inNewTransaction(
                () -> find(officer, reference, number).id());
        letterPrintService.print(letter);
        return letter;
    }

    private Letter find(Officer officer, Reference reference, int number) {
        Redaction redaction = concernAccess
                .forReading(officer, Act.SEE_CASE, reference, What.LETTER)
                .redaction();
        return outbox.numbered(reference, String.valueOf(number))
                .filter(letter -> !LetterVisibility.hides(redaction, letter))
                .orElseThrow(RequestRefusedException::absent);
    }
}
