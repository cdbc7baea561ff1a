package org.teestriage.workflow.step;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.Officer;
import org.teestriage.decision.Decision;
import org.teestriage.decision.Step;
import org.teestriage.platform.persistence.Json;

@Entity
@Immutable
public class DecidedStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String reference;

    private String step;
    private String item;

    /** Counts decisions of the same step and item; earlier rounds are kept. */
    private int round;

    private String decision;
    private Instant openedAt;
    private Instant due;
    private Instant decidedAt;
    private String decidedBy;
    private String decidedByName;
    private @Nullable String decidedByProfession;

    @Column(name = "hub")
    private String hub;

    protected DecidedStep() {}

    public DecidedStep(WaitingStep waiting, int round, Decision decision, Officer decider, Instant at) {
        this.reference = waiting.reference();
        this.step = waiting.step().id();
        this.item = waiting.item();
        this.round = round;
        this.decision = Json.write(decision);
        this.openedAt = waiting.openedAt();
        this.due = waiting.due();
        this.decidedAt = at;
        this.decidedBy = decider.user();
        this.decidedByName = decider.name();
        this.decidedByProfession = decider.professionAtWork();
        this.hub = waiting.hub();
    }

    public <T extends Decision> T decision(Class<T> type) {
        return Json.read(decision, type);
    }

    public Step step() {
        return Step.of(step).orElseThrow();
    }

    public String item() {
        return item;
    }

    public int round() {
        return round;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public String reference() {
        return reference;
    }

    public Instant due() {
        return due;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public String decidedByName() {
        return decidedByName;
    }

    /** The professional role of the decider; empty for a referrer, and for decisions of earlier releases. */
    public Optional<String> decidedByProfession() {
        return Optional.ofNullable(decidedByProfession);
    }

    public String hub() {
        return hub;
    }

    public String written() {
        return decision;
    }
}
