package org.teestriage.access.authorization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.access.StandIn;
import org.teestriage.concern.Reference;

@Entity
@Table(name = "stand_in")
public class StandInRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private String hub;

    @Column(updatable = false)
    private boolean lado;

    /** Empty if there is no manager in line. */
    @Column(name = "user_name", updatable = false)
    private String user;

    /** Separated by commas. */
    @Column(updatable = false)
    private @Nullable String worksAt;

    @Column(updatable = false)
    private Instant since;

    private @Nullable Instant endedAt;

    protected StandInRecord() {}

    StandInRecord(Reference reference, StandIn standIn, Instant since) {
        this.reference = reference.value();
        this.hub = standIn.hub();
        this.lado = standIn.lado();
        this.user = standIn.user();
        this.worksAt = standIn.worksAt().stream().sorted().collect(Collectors.joining(","));
        this.since = since;
    }

    public void end(Instant at) {
        endedAt = at;
    }

    public Reference reference() {
        return new Reference(reference);
    }

    public StandIn standIn() {
        return new StandIn(user, hub, lado, hubs(worksAt));
    }

    static Set<String> hubs(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? Set.of() : Set.of(joined.split(",", -1));
    }

    public Instant since() {
        return since;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
