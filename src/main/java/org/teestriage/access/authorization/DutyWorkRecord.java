package org.teestriage.access.authorization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;

/** That the Emergency Duty Team worked on a concern for a hub, from one closing of the hub to the next opening. */
@Entity
@Table(name = "duty_work")
public class DutyWorkRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private String hub;

    @Column(updatable = false)
    private Instant since;

    @Column(name = "until_micros", updatable = false)
    private Instant until;

    private @Nullable Instant endedAt;

    protected DutyWorkRecord() {}

    DutyWorkRecord(Reference reference, String hub, Instant since, Instant until) {
        this.reference = reference.value();
        this.hub = hub;
        this.since = since;
        this.until = until;
    }

    void end(Instant at) {
        endedAt = at;
    }

    public Reference reference() {
        return new Reference(reference);
    }

    public String hub() {
        return hub;
    }

    public Instant since() {
        return since;
    }

    /** When the work was handed back, or the hub took it over; empty if it ended by itself. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
