package org.teestriage.casework.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.transaction.RequestRefusedException;

/** An unfinished concern, visible only to its owner and encrypted for them. Deleted when sent, discarded or expired. */
@Entity
class Draft {

    /**
     * Maximum length of the JSON in bytes: the limit for a concern sent to the API. It applies to the draft as a whole,
     * because each page alone may be as large.
     */
    private static final int LARGEST = 1_048_576;

    @Id
    private String id;

    @Column(name = "user_name", updatable = false)
    private String user;

    private String content;

    @Column(updatable = false)
    private Instant startedAt;

    private Instant savedAt;
    private Instant expiresAt;
    private @Nullable String changes;
    private @Nullable Instant sendingUntil;

    protected Draft() {}

    Draft(String id, String user, DraftView.Content content, DraftCipher box, Instant now, Instant expiresAt) {
        this.id = id;
        this.user = user;
        this.content = box.lock(user, id, text(content));
        this.startedAt = now;
        this.savedAt = now;
        this.expiresAt = expiresAt;
    }

    void save(DraftView.Content written, Collection<String> changed, DraftCipher box, Instant now, Instant newExpiry) {
        if (sendingUntil != null && sendingUntil.isAfter(now)) {
            throw RequestRefusedException.conflict(
                    "NOT saved: this concern is being sent from another window. Look there"
                            + " first; what is missing can be added to the concern.");
        }
        content = box.lock(user, id, text(written));
        if (!changed.isEmpty()) {
            changes = box.lock(user, changesPlace(), Json.write(changes(box).with(changed)));
        }
        savedAt = now;
        expiresAt = newExpiry;
    }

    private static String text(DraftView.Content content) {
        String text = Json.write(content);
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw RequestRefusedException.conflict(
                    "This draft is full: no concern takes as much. Leave some of it out.");
        }
        return text;
    }

    /** Encrypted like the content, because they tell how many children there are. */
    private DraftChanges changes(DraftCipher box) {
        return Optional.ofNullable(changes)
                .flatMap(text -> box.open(user, changesPlace(), text))
                .map(text -> Json.read(text, DraftChanges.class))
                .orElse(DraftChanges.NONE);
    }

    private String changesPlace() {
        return id + " changes";
    }

    /** Keeps the draft as it is until then; null ends that. */
    void sendingUntil(@Nullable Instant until) {
        sendingUntil = until;
    }

    String user() {
        return user;
    }

    /** Decrypts the draft. Empty if it was encrypted for another owner, or with a key that is no longer configured. */
    Optional<DraftView> view(DraftCipher box) {
        return box.open(user, id, content)
                .map(text -> new DraftView(
                        id, Json.read(text, DraftView.Content.class), changes(box), startedAt, savedAt, expiresAt));
    }
}
