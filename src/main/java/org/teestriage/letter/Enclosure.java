package org.teestriage.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.document.Attachment;

/** A sheet as it is kept with its letter. */
@Entity
@Immutable
@IdClass(Enclosure.Key.class)
class Enclosure {

    /** Names are unique in a letter. */
    record Key(long letterId, String name) {}

    @Id
    private long letterId;

    @Id
    private String name;

    /** Counted by the database, so that enclosures stay in the order in which the letter's hash covers them. */
    @Column(name = "id", insertable = false, updatable = false)
    private @Nullable Long position;

    private String mediaType;
    private byte[] content;

    @Column
    private String contentHash;

    protected Enclosure() {}

    Enclosure(long letterId, Attachment sheet) {
        this.letterId = letterId;
        this.name = sheet.name();
        this.mediaType = sheet.mediaType();
        this.content = sheet.content();
        this.contentHash = sheet.hash();
    }

    Attachment sheet() {
        return new Attachment(name, mediaType, content);
    }
}
