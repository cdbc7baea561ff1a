package org.teestriage.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.letter.Cause;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Outbox;
import org.teestriage.letter.Outbox.Dispatched;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.Timeline;
import org.teestriage.timeline.TimelineEvent;
import org.teestriage.timeline.TimelineEvent.Kind;

@ApplicationScoped
class DeliveryRecorder {

    private static final int CHASED_AT_ONCE = 200;

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Outbox outbox;
    private final ResultRules resultRules;
    private final Timeline timeline;
    private final ChaseSteps chaseSteps;
    private final SecureRandom random = new SecureRandom();

    DeliveryRecorder(
            Transactions transactions,
            ConcernAccess concernAccess,
            Outbox outbox,
            DeliverySettings settings,
            Timeline timeline,
            ChaseSteps chaseSteps) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.outbox = outbox;
        this.resultRules = new ResultRules(new Retries(settings.retries(), settings.giveUpAfter()));
        this.timeline = timeline;
        this.chaseSteps = chaseSteps;
    }

    void ended(DeliveryJob parcel, DeliveryResult outcome) {
        transactions.inNewTransaction(() -> {
            Concern concern = concernAccess.forService(parcel.reference()).orElseThrow();
            Letter letter = outbox.toChange(parcel.letter());
            Instant now = concernAccess.now();
            ResultRules.Change change =
                    resultRules.apply(outcome, parcel, letter, outbox.attempts(letter), now, random.nextDouble());
            Entry entry = new Entry(
                    letter.number(),
                    parcel.dispatchId(),
                    parcel.attempt(),
                    parcel.wire().name(),
                    letter.cause().orElse(null),
                    letter.theirReference().orElse(null),
                    parcel.enclosures().stream()
                            .map(sheet -> new Sent(sheet.name(), sheet.hash()))
                            .toList());
            String reader = letter.purpose().reader();
            switch (change) {
                case NOTHING -> {}
                case ACKNOWLEDGED -> {
                    tell(concern, Kind.RECEIPT, letter, "A receipt came at once from %s.".formatted(reader), entry);
                    chaseSteps.close(concern, letter);
                }
                case DELIVERED ->
                    tell(
                            concern,
                            Kind.DELIVERY,
                            letter,
                            "The letter was taken in for %s; a receipt is awaited.".formatted(reader),
                            entry);
                case UNKNOWN ->
                    tell(
                            concern,
                            Kind.DELIVERY,
                            letter,
                            "Whether the letter reached %s is unknown; it goes again under the same key."
                                    .formatted(reader),
                            entry);
                case FALLS_BACK ->
                    tell(
                            concern,
                            Kind.DELIVERY,
                            letter,
                            "The letter to %s takes the other channel now.".formatted(reader),
                            entry);
                case REJECTED, STUCK -> openChaseStep(concern, letter, entry);
            }
            return change;
        });
    }

    int chase() {
        List<Dispatched> overdue =
                transactions.inNewTransaction(() -> outbox.toChase(concernAccess.now(), CHASED_AT_ONCE));
        overdue.forEach(letter -> transactions.inNewTransaction(() -> chase(letter)));
        return overdue.size();
    }

    private boolean chase(Dispatched overdue) {
        Concern concern = concernAccess.forService(overdue.reference()).orElseThrow();
        Letter letter = outbox.toChange(overdue.letter());
        boolean still = letter.isToBeChased(concernAccess.now());
        if (still) {
            openChaseStep(
                    concern,
                    letter,
                    new Entry(
                            letter.number(),
                            letter.dispatchId().orElse(""),
                            letter.attempts(),
                            "",
                            letter.cause().orElse(Cause.NO_RECEIPT),
                            null,
                            List.of()));
        }
        return still;
    }

    /** Opens a step for a user. Clears the chase time, because the step replaces automatic chasing. */
    void openChaseStep(Concern concern, Letter letter, Entry entry) {
        letter.chaseAt(null);
        Cause cause = entry.cause() == null ? Cause.NO_RECEIPT : entry.cause();
        tell(
                concern,
                Kind.DELIVERY,
                letter,
                "The letter to %s needs a person: %s."
                        .formatted(letter.purpose().reader(), cause.words()),
                entry);
        chaseSteps.open(concern, letter);
    }

    void tell(Concern concern, Kind kind, Letter letter, String sentence, Object details) {
        timeline.appendByPath(
                concern,
                concernAccess.now(),
                new TimelineEvent(
                        kind, ChaseSteps.step(letter).id(), String.valueOf(letter.number()), sentence, details));
    }

    /** A file of the attempt, by the hash of the bytes that were sent. */
    record Sent(String name, String hash) {}

    /** The timeline details of a delivery. */
    record Entry(
            int letter,
            String dispatchId,
            int attempt,
            String channel,
            @Nullable Cause cause,
            @Nullable String theirReference,
            List<Sent> enclosures) {}
}
