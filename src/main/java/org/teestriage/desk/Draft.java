package org.teestriage.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.teestriage.concern.Notation;

/**
 * A concern that somebody is still writing. It is theirs alone, locked away under their name, and ends when it is sent,
 * thrown away, or too old.
 */
@Entity
class Draft {

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

    Draft(String id, String user, DraftView.Content content, Strongbox box, Instant now, Instant expiresAt) {
        this.id = id;
        this.user = user;
        this.content = box.lock(user, id, Notation.write(content));
        this.startedAt = now;
        this.savedAt = now;
        this.expiresAt = expiresAt;
    }

    void save(DraftView.Content written, Strongbox box, Instant now, Instant newExpiry) {
        content = box.lock(user, id, Notation.write(written));
        savedAt = now;
        expiresAt = newExpiry;
    }

    String user() {
        return user;
    }

    /** Nothing where it was not locked for this owner, or under a key that nobody has any more. */
    Optional<DraftView> view(Strongbox box) {
        return box.open(user, id, content)
                .map(text ->
                        new DraftView(id, Notation.read(text, DraftView.Content.class), startedAt, savedAt, expiresAt));
    }
}
