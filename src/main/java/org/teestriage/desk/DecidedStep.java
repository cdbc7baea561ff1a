package org.teestriage.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Notation;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Step;

/** A decision as it was made. Where a step was decided again, each round stays. */
@Entity
@Immutable
class DecidedStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String reference;

    private String step;
    private String item;
    private int round;
    private String decision;
    private Instant openedAt;
    private Instant due;
    private Instant decidedAt;
    private String decidedBy;
    private String decidedByName;

    @Column(name = "hub")
    private String hub;

    protected DecidedStep() {}

    DecidedStep(WaitingStep waiting, int round, Decision decision, String user, String name, Instant at) {
        this.reference = waiting.reference();
        this.step = waiting.step().id();
        this.item = waiting.item();
        this.round = round;
        this.decision = Notation.write(decision);
        this.openedAt = waiting.openedAt();
        this.due = waiting.due();
        this.decidedAt = at;
        this.decidedBy = user;
        this.decidedByName = name;
        this.hub = waiting.hub();
    }

    <T extends Decision> T decision(Class<T> type) {
        return Notation.read(decision, type);
    }

    Step step() {
        return Step.of(step).orElseThrow();
    }

    String item() {
        return item;
    }

    int round() {
        return round;
    }

    Instant openedAt() {
        return openedAt;
    }

    String reference() {
        return reference;
    }

    Instant due() {
        return due;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String decidedBy() {
        return decidedBy;
    }

    String decidedByName() {
        return decidedByName;
    }

    String hub() {
        return hub;
    }

    String written() {
        return decision;
    }
}
