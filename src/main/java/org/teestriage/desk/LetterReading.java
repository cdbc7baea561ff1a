package org.teestriage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.concern.Reference;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Wire;
import org.teestriage.dispatch.Cause;
import org.teestriage.dispatch.Draft;
import org.teestriage.dispatch.Letter;
import org.teestriage.dispatch.Outbox;
import org.teestriage.dispatch.Sheet;
import org.teestriage.dispatch.Switchboard;
import org.teestriage.timeline.Reading.What;

/** Reads letters back, for those who work on the concern: before they approve them, and to see how they went. */
@ApplicationScoped
public class LetterReading {

    private static final String WAITS =
            "Nothing of the letter goes by this mail, only that something waits: its way is" + " not marked secure.";

    private final Docket docket;
    private final OneCommit oneCommit;
    private final Outbox outbox;
    private final Switchboard switchboard;
    private final Scribe scribe;

    LetterReading(Docket docket, OneCommit oneCommit, Outbox outbox, Switchboard switchboard, Scribe scribe) {
        this.docket = docket;
        this.oneCommit = oneCommit;
        this.outbox = outbox;
        this.switchboard = switchboard;
        this.scribe = scribe;
    }

    public LetterView letter(Officer officer, Reference reference, int number) {
        return oneCommit.of(() -> view(find(officer, reference, number)));
    }

    public Sheet enclosure(Officer officer, Reference reference, int number, String name) {
        return oneCommit.of(() -> outbox.draft(find(officer, reference, number)).enclosures().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(Refused::absent));
    }

    private Letter find(Officer officer, Reference reference, int number) {
        Veil veil = docket.veil(officer, docket.toRead(officer, Act.SEE_CASE, reference, What.LETTER));
        return outbox.numbered(reference, String.valueOf(number))
                .filter(letter -> !veil.hides(letter))
                .orElseThrow(Refused::absent);
    }

    private LetterView view(Letter letter) {
        Draft draft = outbox.draft(letter);
        Optional<Partner> partner = scribe.partner(letter, docket.now());
        Wire wire = partner.map(switchboard::wireTo).orElse(Wire.PERSON);
        boolean waits = wire == Wire.MAIL && !partner.map(Partner::secure).orElse(false);
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
                draft.enclosures().stream().map(LetterReading::enclosed).toList(),
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

    private static LetterView.Enclosed enclosed(Sheet sheet) {
        return new LetterView.Enclosed(sheet.name(), sheet.mediaType(), sheet.hash(), sheet.content().length);
    }
}
