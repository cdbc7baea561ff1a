package org.teestriage.casework.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
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

    protected Draft() {}

    Draft(String id, String user, DraftView.Content content, DraftCipher box, Instant now, Instant expiresAt) {
        this.id = id;
        this.user = user;
        this.content = box.lock(user, id, text(content));
        this.startedAt = now;
        this.savedAt = now;
        this.expiresAt = expiresAt;
    }

    void save(DraftView.Content written, DraftCipher box, Instant now, Instant newExpiry) {
        content = box.lock(user, id, text(written));
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

    String user() {
        return user;
    }

    /** Decrypts the draft. Empty if it was encrypted for another owner, or with a key that is no longer configured. */
    Optional<DraftView> view(DraftCipher box) {
        return box.open(user, id, content)
                .map(text ->
                        new DraftView(id, Json.read(text, DraftView.Content.class), startedAt, savedAt, expiresAt));
    }
}
