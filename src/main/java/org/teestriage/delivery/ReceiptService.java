package org.teestriage.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.directory.Partners;
import org.teestriage.letter.Cause;
import org.teestriage.letter.Letter;
import org.teestriage.letter.Outbox;
import org.teestriage.letter.Outbox.Dispatched;
import org.teestriage.platform.transaction.RequestRefusedException;
import org.teestriage.platform.transaction.Transactions;
import org.teestriage.timeline.TimelineEvent.Kind;

@ApplicationScoped
public class ReceiptService {

    private final Transactions transactions;
    private final ConcernAccess concernAccess;
    private final Outbox outbox;
    private final Partners partners;
    private final Config config;
    private final DeliveryRecorder deliveryRecorder;
    private final ChaseSteps chaseSteps;

    ReceiptService(
            Transactions transactions,
            ConcernAccess concernAccess,
            Outbox outbox,
            Partners partners,
            Config config,
            DeliveryRecorder deliveryRecorder,
            ChaseSteps chaseSteps) {
        this.transactions = transactions;
        this.concernAccess = concernAccess;
        this.outbox = outbox;
        this.partners = partners;
        this.config = config;
        this.deliveryRecorder = deliveryRecorder;
        this.chaseSteps = chaseSteps;
    }

    /**
     * Refuses a receipt without a recent signature of the letter's partner, and an unknown letter in the same words.
     */
    public void requireSigned(String dispatchId, @Nullable String timestamp, @Nullable String signature, byte[] body) {
        boolean signed = timestamp != null
                && signature != null
                && transactions
                        .inNewTransaction(() -> outbox.dispatched(dispatchId))
                        .flatMap(letter -> partners.find(letter.partnerId(), BusinessClock.dateOf(concernAccess.now())))
                        .flatMap(partner -> Optional.ofNullable(partner.secret()))
                        .flatMap(name -> config.getOptionalValue(name, String.class))
                        .filter(secret -> new HmacSignature(secret)
                                .fits(
                                        HmacSignature.Direction.RECEIPT,
                                        timestamp,
                                        signature,
                                        dispatchId,
                                        body,
                                        concernAccess.now()))
                        .isPresent();
        if (!signed) {
            throw RequestRefusedException.notSigned();
        }
    }

    /** Idempotent. Accepts receipts in any order, after {@link #requireSigned}. */
    public ReceiptView take(String dispatchId, ReceiptNotice told) {
        return transactions.inNewTransaction(() -> {
            Dispatched dispatched = outbox.dispatched(dispatchId).orElseThrow(RequestRefusedException::notSigned);
            Concern concern = concernAccess.forService(dispatched.reference()).orElseThrow();
            Letter letter = outbox.toChange(dispatched.letter());
            switch (told.status()) {
                case DELIVERED -> delivered(concern, letter, told);
                case ACKNOWLEDGED -> acknowledged(concern, letter, told);
                case REJECTED -> rejected(concern, letter, told);
            }
            return new ReceiptView(dispatchId, letter.state().name());
        });
    }

    private void delivered(Concern concern, Letter letter, ReceiptNotice told) {
        if (letter.delivered(concernAccess.now())) {
            deliveryRecorder.tell(
                    concern,
                    Kind.DELIVERY,
                    letter,
                    "The letter was taken in for %s; a receipt is awaited.".formatted(reader(letter)),
                    told);
        }
    }

    private void acknowledged(Concern concern, Letter letter, ReceiptNotice told) {
        if (letter.acknowledgedByReceipt(told.at(), concernAccess.now(), String.valueOf(told.reference()))) {
            deliveryRecorder.tell(
                    concern, Kind.RECEIPT, letter, "A receipt came from %s.".formatted(reader(letter)), told);
            chaseSteps.close(concern, letter);
        }
    }

    private void rejected(Concern concern, Letter letter, ReceiptNotice told) {
        if (letter.rejectedByReceipt(told.at())) {
            deliveryRecorder.tell(
                    concern, Kind.RECEIPT, letter, "The letter came back from %s.".formatted(reader(letter)), told);
            deliveryRecorder.openChaseStep(
                    concern,
                    letter,
                    new DeliveryRecorder.Entry(
                            letter.number(),
                            letter.dispatchId().orElse(""),
                            letter.attempts(),
                            "",
                            Cause.REJECTED_BY_RECEIPT,
                            null,
                            List.of()));
        }
    }

    private static String reader(Letter letter) {
        return letter.purpose().reader();
    }
}
