package org.teestriage.timeline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** The structured details of an entry, apart from it and salted: they can be erased one day without breaking the chain. */
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

    /** What the entry commits to. */
    String commitment() {
        return ChainLink.detailHash(salt, content);
    }
}
