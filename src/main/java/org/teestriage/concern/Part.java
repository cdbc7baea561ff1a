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

    protected Part() {}

    Part(
            Concern concern,
            int number,
            String hub,
            @Nullable String authority,
            Jurisdiction standing,
            List<Integer> children) {
        this.concern = concern;
        this.number = number;
        this.hub = hub;
        this.authority = authority;
        this.standing = standing;
        this.children = List.copyOf(children);
    }

    public void decideAuthority(String code, Jurisdiction jurisdiction, String newHub) {
        authority = code;
        standing = jurisdiction;
        hub = newHub;
    }

    /** Until the other hub accepts the move, the sending hub stays responsible for the children. */
    public void proposeMove(String toHub) {
        proposedHub = toHub;
    }

    public void acceptMove() {
        hub = proposedMove().orElseThrow();
        proposedHub = null;
    }

    public void returnMove() {
        proposedHub = null;
    }

    void addChild(int child) {
        children = Stream.concat(children.stream(), Stream.of(child)).toList();
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

    public Optional<String> proposedMove() {
        return Optional.ofNullable(proposedHub);
    }
}
