package org.teestriage.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The children of a concern that one hub is responsible for. Children of two authorities are in two parts, each with
 * its own steps.
 */
@Entity
public class Part {

    @Schema(name = "Certainty")
    public enum Jurisdiction {
        /** The authority is known, and the hub serves it. */
        KNOWN,
        /** The authority is not known yet. The hub keeps the part until a user decides. */
        UNCLEAR,
        /** The children live outside Tees. The hub handles the emergency and refers them to their authority. */
        OUTSIDE
    }

    /** Why the part is where it is. */
    @Schema(name = "PlaceGround")
    public enum Ground {
        /** The postcode of the children lies in the authority, or in none that is certain. */
        POSTCODE,
        /** A person decided the authority. */
        DECISION,
        /** Another hub accepted the children. */
        MOVE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reference", updatable = false)
    private Concern concern;

    @Column(updatable = false)
    private int number;

    private String hub;
    private @Nullable String authority;

    @Enumerated(EnumType.STRING)
    private Jurisdiction standing;

    @Convert(converter = Concern.NumbersAsText.class)
    private List<Integer> children;

    private @Nullable String proposedHub;

    private boolean emptied;
    private @Nullable Instant placedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Ground ground;

    protected Part() {}

    Part(
            Concern concern,
            int number,
            String hub,
            @Nullable String authority,
            Jurisdiction standing,
            List<Integer> children,
            Instant at) {
        this.concern = concern;
        this.number = number;
        this.hub = hub;
        this.authority = authority;
        this.standing = standing;
        this.children = List.copyOf(children);
        this.ground = Ground.POSTCODE;
        this.placedAt = at;
    }

    /** Puts the part with a hub and an authority. */
    public void place(String newHub, @Nullable String code, Jurisdiction jurisdiction, Ground because, Instant at) {
        hub = newHub;
        authority = code;
        standing = jurisdiction;
        ground = because;
        placedAt = at;
    }

    /** Until the other hub accepts the move, the sending hub stays responsible for the children. */
    public void proposeMove(String toHub) {
        proposedHub = toHub;
    }

    /**
     * Puts the part with the hub to which it was proposed to move.
     *
     * @param code the authority under that hub
     */
    public void acceptMove(@Nullable String code, Jurisdiction jurisdiction, Instant at) {
        place(proposedMove().orElseThrow(), code, jurisdiction, Ground.MOVE, at);
        proposedHub = null;
    }

    public void returnMove() {
        proposedHub = null;
    }

    /** Whether its children have all moved to other parts. */
    public boolean isEmptied() {
        return emptied;
    }

    void add(Collection<Integer> joining) {
        children = Stream.concat(children.stream(), joining.stream()).sorted().toList();
        emptied = false;
    }

    void remove(Collection<Integer> leaving) {
        children = children.stream().filter(child -> !leaving.contains(child)).toList();
        emptied = children.isEmpty();
    }

    public int number() {
        return number;
    }

    public String hub() {
        return hub;
    }

    public Optional<String> authority() {
        return Optional.ofNullable(authority);
    }

    public Jurisdiction standing() {
        return standing;
    }

    public List<Integer> children() {
        return children;
    }

    /** Since when the part is with its hub and authority; empty for a part of an earlier release. */
    public Optional<Instant> placedAt() {
        return Optional.ofNullable(placedAt);
    }

    public Optional<Ground> ground() {
        return Optional.ofNullable(ground);
    }

    public Optional<String> proposedMove() {
        return Optional.ofNullable(proposedHub);
    }
}
