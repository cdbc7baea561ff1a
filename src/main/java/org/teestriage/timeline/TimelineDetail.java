package org.teestriage.timeline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/**
 * Structured details of an entry. They are stored apart from the entry and salted, so that they can be erased without
 * breaking the chain.
 */
@Entity
@IdClass(TimelinePlace.class)
class TimelineDetail {

    @Id
    private String reference;

    @Id
    private long sequence;

    private String salt;
    private String content;

    protected TimelineDetail() {}

    TimelineDetail(String reference, long sequence, String salt, String content) {
        this.reference = reference;
        this.sequence = sequence;
        this.salt = salt;
        this.content = content;
    }

    long sequence() {
        return sequence;
    }

    String salt() {
        return salt;
    }

    String content() {
        return content;
    }

    /** The hash that the entry stores. */
    String commitment() {
        return ChainLink.detailHash(salt, content);
    }
}
