package org.teestriage.dispatch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Reference;

/** One letter to one partner for one purpose. Its words never change once prepared; only what became of it does. */
@Entity
public class Letter {

    /** For whom and what a letter is; with the item it is unique in a concern. */
    public enum Purpose {
        SOCIAL_CARE_REFERRAL,
        POLICE_REPORT,
        CEOP_REPORT,
        PLATFORM_REPORT,
        LADO_REFERRAL
    }

    /** What became of a letter. "Acknowledged" is only said with the partner's own reference. */
    public enum State {
        WAITING,
        ACKNOWLEDGED,
        NOT_NEEDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private String reference;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Column(updatable = false)
    private String item;

    @Column(updatable = false)
    private int revision;

    @Column(updatable = false)
    private String partner;

    @Column(updatable = false)
    private String content;

    @Column(updatable = false)
    private String contentHash;

    @Column(updatable = false)
    private Instant preparedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable Instant settledAt;
    private @Nullable String theirReference;

    protected Letter() {}

    Letter(
            Reference reference,
            Purpose purpose,
            String item,
            int revision,
            String partner,
            String content,
            Instant preparedAt) {
        this.reference = reference.value();
        this.purpose = purpose;
        this.item = item;
        this.revision = revision;
        this.partner = partner;
        this.content = content;
        this.contentHash = sha256(content);
        this.preparedAt = preparedAt;
        this.state = State.WAITING;
    }

    void acknowledged(Instant at, String reference) {
        state = State.ACKNOWLEDGED;
        settledAt = at;
        theirReference = reference;
    }

    void notNeeded(Instant at) {
        state = State.NOT_NEEDED;
        settledAt = at;
    }

    public Purpose purpose() {
        return purpose;
    }

    public String item() {
        return item;
    }

    public int revision() {
        return revision;
    }

    public String partner() {
        return partner;
    }

    public String content() {
        return content;
    }

    public String contentHash() {
        return contentHash;
    }

    public Instant preparedAt() {
        return preparedAt;
    }

    public State state() {
        return state;
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    public Optional<String> theirReference() {
        return Optional.ofNullable(theirReference);
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
