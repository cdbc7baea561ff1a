package org.teestriage.workflow.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;

/** Something due to a partner. It is never removed: a person settles it, also when its reason has gone. */
@Entity
@Table(name = "obligations")
public class Obligation {

    static final String BY_AN_EARLIER_RELEASE = "Opened by the path of an earlier release.";

    @Schema(name = "ObligationState")
    public enum State {
        /** Recorded, and its step is not open yet. */
        DUE,
        /** Its step is open, or held at the request of the police. */
        OPEN,
        DONE,
        NOT_NEEDED;

        public boolean settled() {
            return this == DONE || this == NOT_NEEDED;
        }
    }

    /**
     * Why something is due.
     *
     * @param factsRevision revision of the facts when it became due
     * @param reason of the table, or in an officer's words
     * @param source of the rule; empty if an officer opened it
     * @param openedBy name of the officer who opened it; null if the rules did
     */
    public record Cause(
            int factsRevision,
            String reason,
            String source,
            @Nullable String openedBy) {}

    @Id
    private long id;

    @Column(updatable = false)
    private String reference;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ObligationKind kind;

    @Column(updatable = false)
    private String item;

    /** Counts obligations of the same kind and item; an officer can open one again. */
    @Column(updatable = false)
    private int round;

    @Column(updatable = false)
    private int factsRevision;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private String source;

    @Column(updatable = false)
    private @Nullable String openedBy;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(updatable = false)
    private Instant dueSince;

    private @Nullable Instant openedAt;
    private @Nullable Instant settledAt;
    private @Nullable String settledBy;
    private @Nullable String settledBecause;

    /** When what was settled until a day is due again; null if it is settled for good, or was made due again. */
    private @Nullable Instant dueAgainAt;

    @Embedded
    private @Nullable NotNeededRequest request;

    protected Obligation() {}

    Obligation(
            long id, Reference reference, ObligationKind kind, String item, int round, Cause cause, Instant dueSince) {
        this.id = id;
        this.reference = reference.value();
        this.kind = kind;
        this.item = item;
        this.round = round;
        this.factsRevision = cause.factsRevision();
        this.reason = cause.reason();
        this.source = cause.source();
        this.openedBy = cause.openedBy();
        this.state = State.DUE;
        this.dueSince = dueSince;
    }

    void open(Instant at) {
        state = State.OPEN;
        openedAt = openedAt == null ? at : openedAt;
    }

    /** Its step has ended without a decision, with the path of a withdrawn concern. It opens again with the concern. */
    void close() {
        state = State.DUE;
    }

    void settle(State how, Instant at, String by, String because, @Nullable Instant dueAgain) {
        state = how;
        dueAgainAt = dueAgain;
        settledAt = at;
        settledBy = by;
        settledBecause = because;
    }

    /** A person says that it is not needed, where a second person decides that. */
    public void ask(NotNeededRequest asked) {
        request = asked;
    }

    public void decideRequest(String by, Instant at, boolean agrees, String why) {
        request = openRequest().orElseThrow().decided(by, at, agrees, why);
    }

    /** It came back, or another row took its place. */
    public void cameBack() {
        dueAgainAt = null;
    }

    /** Whether this one is open, or was not settled before the other. */
    public boolean coversWhatWasSettled(Obligation other) {
        return settledAt == null || (other.settledAt != null && !settledAt.isBefore(other.settledAt));
    }

    /** Whether this one is open, or became due with what was decided at this moment or later. */
    public boolean coversWhatWasDecided(Instant at) {
        return !state.settled() || !dueSince.isBefore(at);
    }

    public boolean isDueAgain(Instant now) {
        return dueAgainAt != null && !dueAgainAt.isAfter(now);
    }

    Reference reference() {
        return new Reference(reference);
    }

    /** Whether the path of an earlier release opened it, which recorded no reason. */
    public boolean isOfAnEarlierRelease() {
        return reason.equals(BY_AN_EARLIER_RELEASE);
    }

    public ObligationKind kind() {
        return kind;
    }

    public String item() {
        return item;
    }

    public int round() {
        return round;
    }

    public Cause cause() {
        return new Cause(factsRevision, reason, source, openedBy);
    }

    public State state() {
        return state;
    }

    public Instant dueSince() {
        return dueSince;
    }

    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    public Optional<String> settledBy() {
        return Optional.ofNullable(settledBy);
    }

    /** The latest request to settle it as not needed. */
    public Optional<NotNeededRequest> request() {
        return Optional.ofNullable(request);
    }

    /** The request that waits for a second person. */
    public Optional<NotNeededRequest> openRequest() {
        return request().filter(asked -> asked.open() && !state.settled());
    }

    /** What was recorded when it was settled. */
    public Optional<String> settledBecause() {
        return Optional.ofNullable(settledBecause);
    }
}
