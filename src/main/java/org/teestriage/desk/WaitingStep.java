package org.teestriage.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.clock.Deadline;
import org.teestriage.concern.Priority;
import org.teestriage.decision.Step;
import org.teestriage.process.Place;

/** A step that waits for a person: one line of the queue. */
@Entity
class WaitingStep {

    @Id
    private String task;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private String step;

    @Column(updatable = false)
    private String item;

    private String hub;

    @Enumerated(EnumType.ORDINAL)
    @Column(name = "priority_rank")
    private Priority priority;

    @Column(updatable = false)
    private Instant openedAt;

    private Instant warnAt;
    private Instant due;
    private String explanation;
    private boolean warned;
    private boolean breached;
    private @Nullable String claimedBy;
    private @Nullable String claimedByName;

    @Column
    private @Nullable Instant claimedAt;

    protected WaitingStep() {}

    WaitingStep(String task, Place place, String hub, Priority priority, Instant openedAt, Deadline deadline) {
        this.task = task;
        this.reference = place.reference().value();
        this.step = place.element();
        this.item = place.item();
        this.hub = hub;
        this.priority = priority;
        this.openedAt = openedAt;
        this.warnAt = deadline.warning();
        this.due = deadline.due();
        this.explanation = deadline.explanation() + " Rule: " + deadline.policy();
    }

    void rate(Priority newPriority) {
        priority = newPriority;
    }

    void moveTo(String newHub) {
        hub = newHub;
        release();
    }

    void warn() {
        warned = true;
    }

    void breach() {
        breached = true;
    }

    void claim(String user, String name, Instant at) {
        claimedBy = user;
        claimedByName = name;
        claimedAt = at;
    }

    void release() {
        claimedBy = null;
        claimedByName = null;
        claimedAt = null;
    }

    String task() {
        return task;
    }

    String reference() {
        return reference;
    }

    Step step() {
        return Step.of(step).orElseThrow();
    }

    String item() {
        return item;
    }

    String hub() {
        return hub;
    }

    Priority priority() {
        return priority;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant due() {
        return due;
    }

    Instant warnAt() {
        return warnAt;
    }

    String explanation() {
        return explanation;
    }

    boolean warned() {
        return warned;
    }

    boolean breached() {
        return breached;
    }

    Optional<String> claimedBy() {
        return Optional.ofNullable(claimedBy);
    }

    Optional<String> claimedByName() {
        return Optional.ofNullable(claimedByName);
    }

    Optional<Instant> claimedAt() {
        return Optional.ofNullable(claimedAt);
    }

    boolean claimedByAnother(String user) {
        return claimedBy != null && !claimedBy.equals(user);
    }
}
