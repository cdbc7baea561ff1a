package org.teestriage.casework.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.transaction.RequestRefusedException;

/** An unfinished concern, visible only to its owner and encrypted for them. Deleted when sent, discarded or expired. */
@Entity
class Draft {

    /**
     * Maximum length of the JSON in characters: the limit for a concern sent to the API. It applies to the draft as a
     * whole, because each page alone may be as large and {@link DraftService#of} decrypts all drafts of a user at once.
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
        this.content = box.lock(user, id, Json.write(content));
        this.startedAt = now;
        this.savedAt = now;
        this.expiresAt = expiresAt;
    }

    void save(DraftView.Content written, DraftCipher box, Instant now, Instant newExpiry) {
        String text = Json.write(written);
        if (text.length() > LARGEST) {
            throw RequestRefusedException.conflict(
                    "This draft is full: no concern takes as much. Leave some of it out.");
        }
        content = box.lock(user, id, text);
        savedAt = now;
        expiresAt = newExpiry;
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
