package org.teestriage.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Notation;
import org.teestriage.concern.Reference;

/** Something added to a concern after it was raised: further information, or a call that was made about it. */
@Entity
@Immutable
class Note {

    /** What was added. */
    enum Kind {
        INFORMATION,
        CALL
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String reference;

    private int number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String content;

    @Column(name = "at_micros")
    private Instant at;

    private String byName;

    protected Note() {}

    Note(Reference reference, int number, Kind kind, Object content, Instant at, String byName) {
        this.reference = reference.value();
        this.number = number;
        this.kind = kind;
        this.content = Notation.write(content);
        this.at = at;
        this.byName = byName;
    }

    int number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    <T> T content(Class<T> type) {
        return Notation.read(content, type);
    }

    Instant at() {
        return at;
    }

    String byName() {
        return byName;
    }
}
