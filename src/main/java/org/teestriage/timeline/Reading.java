package org.teestriage.timeline;

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

@Entity
@Immutable
public class Reading {

    public enum What {
        STANDING,
        SENT,
        PATH,
        TIMELINE,
        VERIFICATION,
        READINGS,
        LETTER,
        WALLS,
        EXPORT,
        LIST,
        KNOWN,
        HINT,
        QUEUE,
        FACTS
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String reference;

    @Column(name = "at_micros")
    private Instant at;

    @Column(name = "user_name")
    private String user;

    private String name;
    private String role;
    private String affiliation;

    @Enumerated(EnumType.STRING)
    private What what;

    protected Reading() {}

    public long id() {
        return id == null ? 0 : id;
    }

    public Instant at() {
        return at;
    }

    public Signature signature() {
        return new Signature(user, name, role, affiliation);
    }

    public What what() {
        return what;
    }
}
