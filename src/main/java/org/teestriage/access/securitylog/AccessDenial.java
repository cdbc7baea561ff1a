package org.teestriage.access.securitylog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "turned_away")
@Immutable
class AccessDenial {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "at_micros")
    private Instant at;

    @Column(name = "user_name")
    private @Nullable String user;

    private int status;
    private String place;

    /** Number of equal denials in one write interval of {@link SecurityEventService}. */
    private int times;

    protected AccessDenial() {}

    AccessDenial(Instant at, @Nullable String user, int status, String place, int times) {
        this.at = at;
        this.user = user;
        this.status = status;
        this.place = place;
        this.times = times;
    }

    Instant at() {
        return at;
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    int status() {
        return status;
    }

    String place() {
        return place;
    }

    int times() {
        return times;
    }
}
