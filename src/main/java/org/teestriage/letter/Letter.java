package org.teestriage.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;

/** A letter to one partner for one purpose. Its content is immutable; only its delivery state changes. */
@Entity
public class Letter extends LetterEdition {

    /** Partner kind and purpose. Purpose, item and revision identify a letter in its concern. */
    public enum Purpose {
        SOCIAL_CARE_REFERRAL("children's social care"),
        POLICE_REPORT("the police"),
        CEOP_REPORT("CEOP"),
        PLATFORM_REPORT("the platform"),
        LADO_REFERRAL("the LADO");

        private final String reader;

        Purpose(String reader) {
            this.reader = reader;
        }

        /** The recipient, in words that reveal nothing about the concern. */
        public String reader() {
            return reader;
        }
    }

    /** Delivery state. {@link #ACKNOWLEDGED} requires the partner's own reference. */
    public enum State {
        /** Content is final; not yet approved or sent. */
        PREPARED,
        /** Approved; waits for the courier or for a person. */
        WAITING,
        /** An attempt is running. */
        SENDING,
        /** The partner's system accepted it; no receipt yet. */
        DELIVERED,
        ACKNOWLEDGED,
        /** The partner refused it; a step opens for a person. */
        REJECTED,
        /** It may have arrived. It is sent again only with the same idempotency key. */
        UNKNOWN,
        NOT_NEEDED,
        /** Not approved when the facts changed; a later revision takes its place. */
        REPLACED;

        /** Whether the state is final. */
        public boolean settled() {
            return this == ACKNOWLEDGED || this == NOT_NEEDED || this == REPLACED;
        }
    }

    @Id
    private long id;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Column(updatable = false)
    private String item;

    @Column(updatable = false)
    private int revision;

    @Column(updatable = false)
    private @Nullable Integer factsRevision;

    @Column(updatable = false)
    private String partner;

    @Column(updatable = false)
    private @Nullable String partnerId;

    @Column(updatable = false)
    private Instant preparedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String dispatchId;
    private @Nullable String approvedBy;
    private @Nullable Instant sendingSince;
    private int attempts;
    private boolean fallenBack;
    private @Nullable Instant nextTry;

    @Column
    private @Nullable Long leaseUntil;

    private @Nullable String lease;
    private @Nullable Instant deliveredAt;
    private @Nullable Instant receiptAt;
    private @Nullable Instant chaseAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Cause cause;

    private @Nullable Instant settledAt;
    private @Nullable String theirReference;

    protected Letter() {}

    Letter(
            long id,
            Reference reference,
            int number,
            Purpose purpose,
            String item,
            int revision,
            int factsRevision,
            Recipient to,
            WrittenEdition written,
            Instant preparedAt) {
        super(written);
        this.id = id;
        this.reference = reference.value();
        this.number = number;
        this.purpose = purpose;
        this.item = item;
        this.revision = revision;
        this.factsRevision = factsRevision;
        this.partner = to.name();
        this.partnerId = to.partnerId().orElse(null);
        this.preparedAt = preparedAt;
        this.state = State.PREPARED;
    }

    /**
     * Approves delivery by the courier and assigns the idempotency key.
     *
     * @param by name of the approver
     * @param receiptWithin time until the letter is chased without a receipt
     */
    public void approve(String by, Instant at, Duration receiptWithin) {
        dispatchId = UUID.randomUUID().toString();
        approvedBy = by;
        setOut(at, receiptWithin);
    }

    /** Sends again with the same idempotency key. */
    public void sendAgain(Instant at, Duration receiptWithin) {
        fallenBack = false;
        setOut(at, receiptWithin);
    }

    private void setOut(Instant at, Duration receiptWithin) {
        // A letter that may have arrived stays UNKNOWN until the partner responds or a person settles it.
        state = state == State.UNKNOWN ? State.UNKNOWN : State.WAITING;
        sendingSince = at;
        nextTry = at;
        chaseAt = at.plus(receiptWithin);
        lease = null;
        leaseUntil = null;
    }

    /**
     * Makes the letter due for an attempt at once, after a change of channel or an operator's fix. No effect in state
     * PREPARED, DELIVERED or a final state.
     */
    public void release(Instant at) {
        if (!state.settled() && state != State.PREPARED && state != State.DELIVERED) {
            state = state == State.REJECTED ? State.WAITING : state;
            sendingSince = at;
            nextTry = at;
        }
    }

    public void chaseAt(@Nullable Instant at) {
        chaseAt = at;
    }

    /** Whether its receipt is overdue. */
    public boolean isToBeChased(Instant now) {
        return chaseAt != null && !chaseAt.isAfter(now) && !state.settled();
    }

    public void acknowledged(Instant at, String reference) {
        settle(State.ACKNOWLEDGED, at);
        theirReference = reference;
    }

    public void notNeeded(Instant at) {
        settle(State.NOT_NEEDED, at);
    }

    void replaced(Instant at) {
        settle(State.REPLACED, at);
    }

    private void settle(State as, Instant at) {
        state = as;
        settledAt = at;
        nextTry = null;
        chaseAt = null;
        cause = null;
    }

    public void take(String newLease, long until) {
        state = State.SENDING;
        lease = newLease;
        leaseUntil = until;
        attempts++;
    }

    /** Whether this lease is current, so that its attempt decides the next one. */
    public boolean hasCurrentLease(String attemptsLease) {
        return state == State.SENDING && attemptsLease.equals(lease);
    }

    public void giveBack(State to, Cause why, @Nullable Instant next) {
        state = to;
        cause = why;
        nextTry = next;
        lease = null;
        leaseUntil = null;
    }

    public void fallBack(Instant at) {
        fallenBack = true;
        sendingSince = at;
        nextTry = at;
    }

    public boolean delivered(Instant at) {
        if (state.settled() || state == State.DELIVERED || state == State.REJECTED) {
            return false;
        }
        state = State.DELIVERED;
        deliveredAt = at;
        nextTry = null;
        cause = null;
        lease = null;
        leaseUntil = null;
        return true;
    }

    public boolean rejected(Cause why) {
        if (state.settled() || state == State.REJECTED) {
            return false;
        }
        giveBack(State.REJECTED, why, null);
        return true;
    }

    /** Returns whether the receipt changes the state. {@code said} is the time of the receipt at the partner. */
    public boolean acknowledgedByReceipt(Instant said, Instant at, String reference) {
        if (!isNews(said) || state == State.ACKNOWLEDGED) {
            return false;
        }
        acknowledged(at, reference);
        return true;
    }

    /** Cancels an earlier acknowledgement. Returns whether the receipt changes the state. */
    public boolean rejectedByReceipt(Instant said) {
        if (!isNews(said) || state == State.REJECTED) {
            return false;
        }
        settledAt = null;
        theirReference = null;
        giveBack(State.REJECTED, Cause.REJECTED_BY_RECEIPT, null);
        return true;
    }

    /** Of contradictory receipts the latest timestamp wins, in whatever order they arrive. */
    private boolean isNews(Instant said) {
        if (state == State.NOT_NEEDED || state == State.REPLACED || (receiptAt != null && !said.isAfter(receiptAt))) {
            return false;
        }
        receiptAt = said;
        return true;
    }

    public long id() {
        return id;
    }

    public Reference reference() {
        return new Reference(reference);
    }

    /** Number of the letter in its concern, from 1; letters to the LADO have a separate range (see {@link Outbox}). */
    public int number() {
        return number;
    }

    public Purpose purpose() {
        return purpose;
    }

    public String item() {
        return item;
    }

    public int revision() {
        return revision;
    }

    public Optional<Integer> factsRevision() {
        return Optional.ofNullable(factsRevision);
    }

    public String partner() {
        return partner;
    }

    public Optional<String> partnerId() {
        return Optional.ofNullable(partnerId);
    }

    public Instant preparedAt() {
        return preparedAt;
    }

    public State state() {
        return state;
    }

    public Optional<String> dispatchId() {
        return Optional.ofNullable(dispatchId);
    }

    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Optional<Instant> sendingSince() {
        return Optional.ofNullable(sendingSince);
    }

    public int attempts() {
        return attempts;
    }

    public boolean fallenBack() {
        return fallenBack;
    }

    public Optional<Instant> nextTry() {
        return Optional.ofNullable(nextTry);
    }

    public Optional<Instant> deliveredAt() {
        return Optional.ofNullable(deliveredAt);
    }

    public Optional<Instant> chaseAt() {
        return Optional.ofNullable(chaseAt);
    }

    public Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    public Optional<String> theirReference() {
        return Optional.ofNullable(theirReference);
    }
}
