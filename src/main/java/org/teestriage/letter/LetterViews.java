package org.teestriage.letter;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Step;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Letter.Purpose;
import org.teestriage.letter.content.LetterChanges;
import org.teestriage.letter.content.LetterDraft;
import org.teestriage.platform.document.Attachment;

@ApplicationScoped
public class LetterViews {

    private static final String WAITS =
            "Nothing of the letter goes by this mail, only that something waits: its way is not marked secure.";

    private final Outbox outbox;
    private final ChannelOverrides channelOverrides;
    private final LetterWriter letterWriter;

    LetterViews(Outbox outbox, ChannelOverrides channelOverrides, LetterWriter letterWriter) {
        this.outbox = outbox;
        this.channelOverrides = channelOverrides;
        this.letterWriter = letterWriter;
    }

    public record AtStep(@Nullable LetterView letter, boolean heldBack) {}

    /**
     * The latest letter of a step that the reader may see. If there is none, {@code heldBack} says whether a hidden
     * letter exists whose existence the reader may know.
     */
    public AtStep atStep(Reference reference, Step step, String item, Redaction redaction, Instant now) {
        List<Letter> letters = about(reference, step, item);
        Optional<LetterView> shown = letters.stream()
                .filter(letter -> !LetterVisibility.hides(redaction, letter))
                .reduce((older, newer) -> newer)
                .map(letter -> of(letter, now));
        boolean heldBack = shown.isEmpty()
                && letters.stream()
                        .anyMatch(letter -> LetterVisibility.hides(redaction, letter)
                                && !LetterVisibility.hidesExistence(redaction, letter));
        return new AtStep(shown.orElse(null), heldBack);
    }

    List<Letter> about(Reference reference, Step step, String item) {
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

    static boolean isFor(Letter letter, Purpose purpose, String item) {
        return letter.purpose() == purpose && letter.item().equals(item);
    }

    LetterView of(Letter letter, Instant now) {
        LetterDraft draft = outbox.draft(letter);
        Optional<Partner> partner = letterWriter.partner(letter, now);
        Transport wire = partner.map(channelOverrides::channelTo).orElse(Transport.PERSON);
        boolean waits = wire == Transport.MAIL && !partner.map(Partner::secure).orElse(false);
        return new LetterView(
                letter.reference(),
                letter.number(),
                letter.purpose(),
                letter.item(),
                letter.revision(),
                letter.factsRevision().orElse(null),
                letter.addsTo().orElse(null),
                rewritten(letter),
                letter.partner(),
                wire,
                waits ? WAITS : null,
                draft.text(),
                enclosed(draft.enclosures()),
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

    private LetterView.@Nullable Rewritten rewritten(Letter letter) {
        return outbox.of(letter.reference()).stream()
                .filter(earlier -> isFor(earlier, letter.purpose(), letter.item())
                        && earlier.revision() == letter.revision() - 1
                        && earlier.state() == Letter.State.REPLACED)
                .findFirst()
                .map(earlier -> new LetterView.Rewritten(
                        earlier.number(),
                        earlier.revision(),
                        LetterChanges.between(earlier.content(), letter.content())))
                .orElse(null);
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

    /** Lists a PDF also while it is not made yet: its first reading makes it. */
    private static List<LetterView.Enclosed> enclosed(List<Attachment> sheets) {
        Set<String> names = sheets.stream().map(Attachment::name).collect(toSet());
        Stream<LetterView.Enclosed> unprinted = sheets.stream()
                .filter(LetterDraft::isToPrint)
                .map(page -> LetterPrintService.pdfOf(page.name()))
                .filter(pdf -> !names.contains(pdf))
                .map(pdf -> new LetterView.Enclosed(pdf, "application/pdf", null, null));
        return Stream.concat(sheets.stream().map(LetterViews::enclosed), unprinted)
                .toList();
    }

    private static LetterView.Enclosed enclosed(Attachment sheet) {
        return new LetterView.Enclosed(sheet.name(), sheet.mediaType(), sheet.hash(), sheet.content().length);
    }
}
