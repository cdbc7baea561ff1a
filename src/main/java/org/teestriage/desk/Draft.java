package org.teestriage.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.teestriage.concern.Notation;

/** A concern that somebody is still writing. It is theirs alone, and ends when it is sent, thrown away, or too old. */
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

    Draft(String id, String user, DraftView.Content content, Instant now, Instant expiresAt) {
        this.id = id;
        this.user = user;
        this.content = Notation.write(content);
        this.startedAt = now;
        this.savedAt = now;
        this.expiresAt = expiresAt;
    }

    void save(DraftView.Content written, Instant now, Instant newExpiry) {
        content = Notation.write(written);
        savedAt = now;
        expiresAt = newExpiry;
    }

    String user() {
        return user;
    }

    DraftView view() {
        return new DraftView(id, Notation.read(content, DraftView.Content.class), startedAt, savedAt, expiresAt);
    }
}
