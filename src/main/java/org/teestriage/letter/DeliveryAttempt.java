package org.teestriage.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.directory.Transport;

/** One delivery attempt. Committed before the letter is sent; an attempt without an end has an unknown result. */
@Entity
public class DeliveryAttempt {

    public enum Ended {
        ACKNOWLEDGED,
        DELIVERED,
        REJECTED,
        TRY_AGAIN,
        UNKNOWN,
        FOR_A_PERSON
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private long letterId;

    @Column(updatable = false)
    private String partnerId;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Transport wire;

    @Column(updatable = false)
    private String lease;

    @Column(updatable = false)
    private Instant beganAt;

    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Ended outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable Cause cause;

    protected DeliveryAttempt() {}

    public DeliveryAttempt(Letter letter, String partnerId, Transport wire, String lease, Instant beganAt) {
        this.letterId = letter.id();
        this.partnerId = partnerId;
        this.number = letter.attempts();
        this.wire = wire;
        this.lease = lease;
        this.beganAt = beganAt;
    }

    public void end(Instant at, Ended how, @Nullable Cause why) {
        endedAt = at;
        outcome = how;
        cause = why;
    }

    public int number() {
        return number;
    }

    public String lease() {
        return lease;
    }

    public Transport wire() {
        return wire;
    }

    public Instant beganAt() {
        return beganAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<Ended> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }
}
