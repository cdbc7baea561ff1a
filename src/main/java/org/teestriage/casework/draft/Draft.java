package org.teestriage.casework.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.teestriage.platform.persistence.Json;
import org.teestriage.platform.transaction.RequestRefusedException;

/**
 * A concern that somebody is still writing. It is theirs alone, locked away under their name, and ends when it is sent,
 * thrown away, or too old.
 */
@Entity
class Draft {

    /** What the API takes of a concern. Each page for itself may be as long, and all drafts of somebody are opened at once. */
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

    /** Nothing where it was not locked for this owner, or under a key that nobody has any more. */
    Optional<DraftView> view(DraftCipher box) {
        return box.open(user, id, content)
                .map(text ->
                        new DraftView(id, Json.read(text, DraftView.Content.class), startedAt, savedAt, expiresAt));
    }
}
