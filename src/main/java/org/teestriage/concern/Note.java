package org.teestriage.concern;

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
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.DangerReport;
import org.teestriage.concern.facts.Information;
import org.teestriage.concern.facts.PhoneCall;
import org.teestriage.platform.persistence.Json;

@Entity
@Immutable
public class Note {

    public enum Kind {
        DANGER(DangerReport.class),
        INFORMATION(Information.class),
        CALL(PhoneCall.class);

        private final Class<? extends Addition> type;

        Kind(Class<? extends Addition> type) {
            this.type = type;
        }

        private static Kind of(Addition addition) {
            return addition instanceof DangerReport ? DANGER : addition instanceof Information ? INFORMATION : CALL;
        }
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
    private boolean byAgency;

    protected Note() {}

    /**
     * A note as it is stored.
     *
     * @param byAgency whether an agency added the note, not a hub
     */
    public Note(Reference reference, int number, Addition addition, Instant at, String byName, boolean byAgency) {
        this.reference = reference.value();
        this.number = number;
        this.kind = Kind.of(addition);
        this.content = Json.write(addition);
        this.at = at;
        this.byName = byName;
        this.byAgency = byAgency;
    }

    Reference reference() {
        return new Reference(reference);
    }

    public int number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public Addition addition() {
        return Json.read(content, kind.type);
    }

    public Instant at() {
        return at;
    }

    public String byName() {
        return byName;
    }

    public boolean byAgency() {
        return byAgency;
    }
}
