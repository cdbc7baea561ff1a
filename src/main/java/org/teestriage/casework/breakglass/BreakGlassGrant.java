package org.teestriage.casework.breakglass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.BreakGlassReason;
import org.teestriage.access.Officer;
import org.teestriage.concern.Reference;

@Entity
@Table(name = "broken_glass")
public class BreakGlassGrant {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private int number;

    @Column(name = "user_name", updatable = false)
    private String user;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String role;

    @Column(updatable = false)
    private String affiliation;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private BreakGlassReason reason;

    @Column(updatable = false)
    private Instant brokenAt;

    @Column(name = "until_micros")
    private Instant until;

    private @Nullable Instant reviewedAt;
    private @Nullable String reviewedByName;
    private @Nullable Boolean justified;

    protected BreakGlassGrant() {}

    BreakGlassGrant(
            Reference reference,
            int number,
            Officer officer,
            BreakGlassReason reason,
            Instant brokenAt,
            Instant until) {
        this.reference = reference.value();
        this.number = number;
        this.user = officer.user();
        this.name = officer.name();
        this.role = officer.role().name();
        this.affiliation = officer.affiliation();
        this.reason = reason;
        this.brokenAt = brokenAt;
        this.until = until;
    }

    /** Records the review. A grant that was not justified ends at {@code at}. */
    public void review(Officer manager, boolean wasJustified, Instant at) {
        reviewedAt = at;
        reviewedByName = manager.name();
        justified = wasJustified;
        if (!wasJustified && at.isBefore(until)) {
            until = at;
        }
    }

    long id() {
        return id == null ? 0 : id;
    }

    Reference reference() {
        return new Reference(reference);
    }

    int number() {
        return number;
    }

    public String user() {
        return user;
    }

    String name() {
        return name;
    }

    String role() {
        return role;
    }

    String affiliation() {
        return affiliation;
    }

    BreakGlassReason reason() {
        return reason;
    }

    Instant brokenAt() {
        return brokenAt;
    }

    Instant until() {
        return until;
    }

    Optional<Instant> reviewedAt() {
        return Optional.ofNullable(reviewedAt);
    }

    Optional<String> reviewedByName() {
        return Optional.ofNullable(reviewedByName);
    }

    Optional<Boolean> justified() {
        return Optional.ofNullable(justified);
    }
}
