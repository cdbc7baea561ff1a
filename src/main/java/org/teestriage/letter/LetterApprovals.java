package org.teestriage.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.teestriage.access.authorization.ConcernUpdate;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Approval;
import org.teestriage.decision.LetterChase;
import org.teestriage.decision.Sent;
import org.teestriage.directory.Partner;
import org.teestriage.directory.Transport;
import org.teestriage.letter.Letter.State;
import org.teestriage.platform.transaction.RequestRefusedException;

@ApplicationScoped
public class LetterApprovals {

    private final Outbox outbox;
    private final ChannelOverrides channelOverrides;
    private final LetterWriter letterWriter;

    LetterApprovals(Outbox outbox, ChannelOverrides channelOverrides, LetterWriter letterWriter) {
        this.outbox = outbox;
        this.channelOverrides = channelOverrides;
        this.letterWriter = letterWriter;
    }

    /**
     * Validates a decision about the letter before anything changes.
     *
     * @throws RequestRefusedException if the content or recipient differs, or the courier cannot reach the partner
     */
    public void check(Reference reference, String item, LetterDecision decision, Instant now) {
        if (decision.approval() != null) {
            Letter letter = outbox.latest(reference, decision.purpose(), item).orElseThrow();
            requireAsRead(decision.approval(), letter);
            reachable(letter, now);
        }
    }

    /**
     * Validates a decision about an unacknowledged letter before anything changes.
     *
     * @throws RequestRefusedException if a rejected letter should wait, or the courier cannot reach the partner
     */
    public void checkChase(Reference reference, String item, LetterChase chase, Instant now) {
        Letter letter = outbox.numbered(reference, item).orElseThrow();
        requireFitting(chase, letter);
        if (chase.remedy() == LetterChase.Remedy.SEND_AGAIN) {
            reachable(letter, now);
        }
    }

    static void requireFitting(LetterChase chase, Letter letter) {
        if (chase.remedy() == LetterChase.Remedy.WAIT && letter.state() == State.REJECTED) {
            throw RequestRefusedException.conflict(
                    "The partner sent this letter back: waiting brings no answer. Send it again, bring"
                            + " it another way, or say that it is not needed.");
        }
    }

    /** Requires that the approver read this content and confirmed this recipient. */
    static void requireAsRead(Approval approval, Letter letter) {
        if (!letter.contentHash().equals(approval.contentHash())) {
            throw RequestRefusedException.conflict(
                    "This is not the letter as it stands now. Read it again, then approve it.");
        }
        if (!letter.partner().equals(approval.recipient())) {
            throw RequestRefusedException.conflict(
                    "The letter goes to another recipient. Read to whom it goes, and confirm that.");
        }
    }

    private Partner reachable(Letter letter, Instant now) {
        return letterWriter
                .partner(letter, now)
                .filter(partner -> channelOverrides.channelTo(partner) != Transport.PERSON)
                .orElseThrow(() -> RequestRefusedException.conflict(
                        "No machine brings letters to this partner now. Send it yourself, and"
                                + " record how, when, and their reference."));
    }

    public void settle(ConcernUpdate update, String item, LetterDecision decision) {
        Letter letter = outbox.lock(outbox.latest(update.concern().reference(), decision.purpose(), item)
                .orElseThrow());
        apply(decision, letter, update.officer().name(), update.now(), () -> reachable(letter, update.now())
                .receiptWithin());
    }

    /** Changes the letter as decided. Asks for the time of a receipt only if the service delivers the letter. */
    static void apply(
            LetterDecision decision, Letter letter, String by, Instant now, Supplier<Duration> receiptWithin) {
        if (decision.sent() != null) {
            letter.acknowledged(now, decision.sent().theirReference());
        } else if (decision.approval() != null) {
            letter.approve(by, now, receiptWithin.get());
        } else if (decision.notNeeded()) {
            letter.notNeeded(now);
        }
    }

    public void chase(ConcernUpdate update, String item, LetterChase chase) {
        Letter letter =
                outbox.lock(outbox.numbered(update.concern().reference(), item).orElseThrow());
        apply(chase, letter, update.now(), () -> reachable(letter, update.now()).receiptWithin());
    }

    /** Changes the letter as decided. Asks for the time of a receipt only if the service delivers the letter. */
    static void apply(LetterChase chase, Letter letter, Instant now, Supplier<Duration> receiptWithin) {
        Sent sent = chase.sent();
        Instant until = chase.waitUntil();
        if (sent != null) {
            letter.acknowledged(now, sent.theirReference());
        } else if (until != null) {
            letter.chaseAt(until);
        } else if (chase.remedy() == LetterChase.Remedy.NOT_NEEDED) {
            letter.notNeeded(now);
        } else {
            letter.sendAgain(now, receiptWithin.get());
        }
    }
}
