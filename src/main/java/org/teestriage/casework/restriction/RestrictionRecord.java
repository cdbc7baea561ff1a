package org.teestriage.casework.restriction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.AccessRestriction;
import org.teestriage.concern.Reference;

@Entity
@Table(name = "wall")
class RestrictionRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AccessRestriction.Kind kind;

    @Column(updatable = false)
    private String subject;

    /** Of an excluded workplace: the hubs whose staff come from it, separated by commas. */
    private @Nullable String hubs;

    private boolean hubsKnown;

    @Column(updatable = false)
    private Instant setAt;

    private @Nullable Instant liftedAt;

    protected RestrictionRecord() {}

    RestrictionRecord(Reference reference, int number, AccessRestriction restriction, Instant setAt) {
        this.reference = reference.value();
        this.number = number;
        this.kind = restriction.kind();
        this.subject = restriction.subject();
        this.setAt = setAt;
        lookedUp(restriction.hubs());
    }

    /** The hubs whose staff come from an excluded workplace. */
    final void lookedUp(Set<String> found) {
        hubs = found.isEmpty() ? null : found.stream().sorted().collect(Collectors.joining(","));
        hubsKnown = true;
    }

    void lift(Instant at) {
        liftedAt = at;
    }

    /** Whether its workplace has not been looked up: an earlier release wrote it. */
    boolean lacksHubs() {
        return stands() && kind == AccessRestriction.Kind.EXCLUDED_WORKPLACE && !hubsKnown;
    }

    int number() {
        return number;
    }

    AccessRestriction accessRestriction() {
        return new AccessRestriction(kind, subject, hubs == null ? Set.of() : Set.of(hubs.split(",", -1)));
    }

    Instant setAt() {
        return setAt;
    }

    boolean stands() {
        return liftedAt == null;
    }
}
