package org.teestriage.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@IdClass(TimelinePlace.class)
class TimelineEntry {

    @Id
    private String reference;

    @Id
    private long sequence;

    private long atMicros;

    @Column(name = "user_name")
    private String user;

    private String name;
    private String role;
    private String affiliation;

    @Enumerated(EnumType.STRING)
    private TimelineEvent.Kind kind;

    private String step;
    private String item;
    private String sentence;
    private String detailHash;
    private String previousHash;
    private String hash;

    protected TimelineEntry() {}

    TimelineEntry(ChainLink link, String hash) {
        this.reference = link.reference();
        this.sequence = link.sequence();
        this.atMicros = link.atMicros();
        this.user = link.signature().user();
        this.name = link.signature().name();
        this.role = link.signature().role();
        this.affiliation = link.signature().affiliation();
        this.kind = link.kind();
        this.step = link.step();
        this.item = link.item();
        this.sentence = link.sentence();
        this.detailHash = link.detailHash();
        this.previousHash = link.previousHash();
        this.hash = hash;
    }

    ChainLink link() {
        return new ChainLink(
                reference,
                sequence,
                atMicros,
                new Signature(user, name, role, affiliation),
                kind,
                step,
                item,
                sentence,
                detailHash,
                previousHash);
    }

    String hash() {
        return hash;
    }
}
