package org.teestriage.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.facts.Addition;
import org.teestriage.concern.facts.Amendment;
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
        CALL(PhoneCall.class),
        AMENDMENT(Amendment.class);

        private final Class<? extends Addition> type;

        Kind(Class<? extends Addition> type) {
            this.type = type;
        }

        private static Kind of(Addition addition) {
            return Stream.of(values())
                    .filter(kind -> kind.type.isInstance(addition))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String reference;

    private int number;
    private int revision;

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
     * @param number number of the note among those of its kind
     * @param revision the revision of the facts that begins with the note
     * @param byAgency whether an agency added the note, not a hub
     */
    public Note(
            Reference reference,
            int number,
            int revision,
            Addition addition,
            Instant at,
            String byName,
            boolean byAgency) {
        this.reference = reference.value();
        this.number = number;
        this.revision = revision;
        this.kind = Kind.of(addition);
        this.content = Json.write(addition);
        this.at = at;
        this.byName = byName;
        this.byAgency = byAgency;
    }

    public Reference reference() {
        return new Reference(reference);
    }

    public int number() {
        return number;
    }

    public int revision() {
        return revision;
    }

    public Kind kind() {
        return kind;
    }

    public Addition addition() {
        return Json.read(content, kind.type);
    }

    /** The length of what is stored. */
    public int length() {
        return content.length();
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
