package org.teestriage.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.content.LetterDraft;
import org.teestriage.platform.document.Attachment;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Reading.What;

/** Reads letters back, for those who work on the concern: before they approve them, and to see how they went. */
@ApplicationScoped
public class LetterService {

    private static final String WAITS =
            "Nothing of the letter goes by this mail, only that something waits: its way is not marked secure.";

    private final ConcernAccess concernAccess;
    private final Transactions transactions;
    private final Outbox outbox;
    private final ChannelOverrides channelOverrides;
    private final LetterWriter letterWriter;

    LetterService(
            ConcernAccess concernAccess,
            Transactions transactions,
            Outbox outbox,
            ChannelOverrides channelOverrides,
            LetterWriter letterWriter) {
        this.concernAccess = concernAccess;
        this.transactions = transactions;
        this.outbox = outbox;
        this.channelOverrides = channelOverrides;
        this.letterWriter = letterWriter;
    }

    public LetterView letter(Officer officer, Reference reference, int number) {
        return transactions.inNewTransaction(() -> view(find(officer, reference, number)));
    }

    /** The letter that a step is about as it stands now, if it is about one. */
    public Optional<LetterView> atStep(Officer officer, Reference reference, Step step, String item) {
        return transactions.inNewTransaction(() -> all(officer, reference, step, item)
                .reduce((older, newer) -> newer)
                .map(this::view));
    }

    /** The letter that somebody read at a step, by its hash; another may stand there by now. */
    public Optional<LetterView> asRead(
            Officer officer, Reference reference, Step step, String item, String contentHash) {
        return transactions.inNewTransaction(() -> all(officer, reference, step, item)
                .filter(letter -> letter.contentHash().equals(contentHash))
                .reduce((older, newer) -> newer)
                .map(this::view));
    }

    /** Whether a step is about a letter that is there and held back from this person. */
    public boolean heldBack(Officer officer, Reference reference, Step step, String item) {
        return transactions.inNewTransaction(() -> {
            List<Letter> letters = at(reference, step, item);
            if (letters.isEmpty()) {
                return false;
            }
            Redaction redaction = concernAccess
                    .forReading(officer, Act.SEE_CASE, reference, What.STANDING)
                    .redaction();
            return letters.stream()
                    .anyMatch(letter -> LetterVisibility.hides(redaction, letter)
                            && !LetterVisibility.hidesThatThereIs(redaction, letter));
        });
    }

    private Stream<Letter> all(Officer officer, Reference reference, Step step, String item) {
        List<Letter> letters = at(reference, step, item);
        if (letters.isEmpty()) {
            return Stream.empty();
        }
        Redaction redaction = concernAccess
                .forReading(officer, Act.SEE_CASE, reference, What.LETTER)
                .redaction();
        return letters.stream().filter(letter -> !LetterVisibility.hides(redaction, letter));
    }

    private List<Letter> at(Reference reference, Step step, String item) {
        Predicate<Letter> isOfIt =
                switch (step) {
                    case SOCIAL_CARE_REFERRAL -> letter -> isFor(letter, Purpose.SOCIAL_CARE_REFERRAL, item);
                    case POLICE_REPORT -> letter -> isFor(letter, Purpose.POLICE_REPORT, item);
                    case CEOP_DECISION -> letter -> isFor(letter, Purpose.CEOP_REPORT, item);
                    case PLATFORM_DECISION -> letter -> isFor(letter, Purpose.PLATFORM_REPORT, item);
                    case LADO_REFERRAL -> letter -> isFor(letter, Purpose.LADO_REFERRAL, item);
                    case LETTER_CHASE, LADO_LETTER_CHASE ->
                        letter -> String.valueOf(letter.number()).equals(item);
                    default -> letter -> false;
                };
        return outbox.of(reference).stream().filter(isOfIt).toList();
    }

    private static boolean isFor(Letter letter, Purpose purpose, String item) {
        return letter.purpose() == purpose && letter.item().equals(item);
    }

    /** The exact words of one revision of a letter, for the person who sends it. */
    public String words(Officer officer, Reference reference, Purpose purpose, String item, int revision) {
        return transactions.inNewTransaction(() -> {
            Redaction redaction = concernAccess
                    .forReading(officer, Act.SEE_CASE, reference, What.LETTER)
                    .redaction();
            return outbox.of(reference).stream()
                    .filter(letter -> !LetterVisibility.hides(redaction, letter))
                    .filter(letter -> isFor(letter, purpose, item) && letter.revision() == revision)
                    .map(Letter::content)
                    .findFirst()
                    .orElseThrow(RequestRefusedException::absent);
        });
    }

    public Attachment enclosure(Officer officer, Reference reference, int number, String name) {
        return transactions.inNewTransaction(() -> outbox.draft(find(officer, reference, number)).enclosures().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(RequestRefusedException::absent));
    }

    private Letter find(Officer officer, Reference reference, int number) {
        Redaction redaction = concernAccess
                .forReading(officer, Act.SEE_CASE, reference, What.LETTER)
                .redaction();
        return outbox.numbered(reference, String.valueOf(number))
                .filter(letter -> !LetterVisibility.hides(redaction, letter))
                .orElseThrow(RequestRefusedException::absent);
    }

    private LetterView view(Letter letter) {
        LetterDraft draft = outbox.draft(letter);
        Optional<Partner> partner = letterWriter.partner(letter, concernAccess.now());
        Transport wire = partner.map(channelOverrides::wireTo).orElse(Transport.PERSON);
        boolean waits = wire == Transport.MAIL && !partner.map(Partner::secure).orElse(false);
        return new LetterView(
                letter.reference(),
                letter.number(),
                letter.purpose(),
                letter.item(),
                letter.revision(),
                letter.partner(),
                wire,
                waits ? WAITS : null,
                draft.text(),
                draft.enclosures().stream().map(LetterService::enclosed).toList(),
                letter.contentHash(),
                letter.preparedAt(),
                letter.state(),
                letter.cause().map(Cause::words).orElse(null),
                letter.approvedBy().orElse(null),
                letter.dispatchId().orElse(null),
                letter.nextTry().orElse(null),
                letter.deliveredAt().orElse(null),
                letter.settledAt().orElse(null),
                letter.theirReference().orElse(null),
                attempts(letter));
    }

    private List<LetterView.Attempt> attempts(Letter letter) {
        return outbox.attempts(letter).stream()
                .map(attempt -> new LetterView.Attempt(
                        attempt.number(),
                        attempt.wire(),
                        attempt.beganAt(),
                        attempt.endedAt().orElse(null),
                        attempt.outcome().orElse(null),
                        attempt.cause().map(Cause::words).orElse(null)))
                .toList();
    }

    private static LetterView.Enclosed enclosed(Attachment sheet) {
        return new LetterView.Enclosed(sheet.name(), sheet.mediaType(), sheet.hash(), sheet.content().length);
    }
}
