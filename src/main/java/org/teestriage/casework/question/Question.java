package org.teestriage.casework.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;

/** A question to the referrer. Its text never changes. */
@Entity
public class Question {

    public enum State {
        OPEN,
        ANSWERED,
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String text;

    @Column(updatable = false)
    private Instant askedAt;

    @Column(updatable = false)
    private String askedBy;

    @Column(updatable = false)
    private Instant due;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable Instant settledAt;
    private @Nullable String settledBy;
    private @Nullable Integer information;
    private @Nullable String withdrawnBecause;
    private @Nullable Instant chasedAt;
    private @Nullable String chasedBy;

    protected Question() {}

    public Question(Reference reference, int number, String text, Instant askedAt, String askedBy, Instant due) {
        this.reference = reference.value();
        this.number = number;
        this.text = text;
        this.askedAt = askedAt;
        this.askedBy = askedBy;
        this.due = due;
        this.state = State.OPEN;
    }

    /** {@code information}: the number of the further information that holds the answer. */
    public void answer(int answer, String by, Instant at) {
        information = answer;
        settle(State.ANSWERED, by, at);
    }

    public void withdraw(String because, String by, Instant at) {
        withdrawnBecause = because;
        settle(State.WITHDRAWN, by, at);
    }

    private void settle(State as, String by, Instant at) {
        state = as;
        settledBy = by;
        settledAt = at;
    }

    public void chase(String by, Instant at) {
        chasedBy = by;
        chasedAt = at;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    public int number() {
        return number;
    }

    public String text() {
        return text;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant due() {
        return due;
    }

    public State state() {
        return state;
    }

    public @Nullable Instant settledAt() {
        return settledAt;
    }

    public @Nullable String settledBy() {
        return settledBy;
    }

    public @Nullable Integer information() {
        return information;
    }

    public @Nullable String withdrawnBecause() {
        return withdrawnBecause;
    }

    public @Nullable Instant chasedAt() {
        return chasedAt;
    }

    public @Nullable String chasedBy() {
        return chasedBy;
    }
}
