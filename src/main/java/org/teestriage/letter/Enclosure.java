package org.teestriage.letter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.document.Attachment;

/** A sheet as it is kept with its letter. */
@Entity
@Immutable
class Enclosure {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private long letterId;

    private String name;
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
