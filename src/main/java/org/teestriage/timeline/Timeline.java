package org.teestriage.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.teestriage.concern.Concern;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.persistence.Json;

@ApplicationScoped
public class Timeline {

    private static final int SALT_BYTES = 16;

    private final EntityManager entities;
    private final SecureRandom random = new SecureRandom();

    public Timeline(EntityManager entities) {
        this.entities = entities;
    }

    /** An entry, and its details with their salt as stored; both are empty once erased. */
    public record Line(ChainLink link, String hash, Optional<String> details, Optional<String> salt) {
        public Instant at() {
            return EpochMicros.toInstant(link.atMicros());
        }
    }

    /** Appends an event without a user, such as a passed deadline. */
    public void appendByPath(Concern concern, Instant at, TimelineEvent event) {
        append(concern, Signature.THE_PATH, at, event);
    }

    /** The caller holds the lock on the concern's row. */
    public void append(Concern concern, Signature signature, Instant at, TimelineEvent happened) {
        String reference = concern.reference().value();
        long sequence = concern.timelineLength() + 1;
        byte[] saltBytes = new byte[SALT_BYTES];
        random.nextBytes(saltBytes);
        String salt = HexFormat.of().formatHex(saltBytes);
        String content = Json.write(happened.details());
        ChainLink link = new ChainLink(
                reference,
                sequence,
                EpochMicros.of(at),
                signature,
                happened.kind(),
                happened.step() == null ? "" : happened.step(),
                happened.item() == null ? "" : happened.item(),
                happened.sentence(),
                ChainLink.detailHash(salt, content),
                concern.timelineHead());
        String hash = link.hash();
        entities.persist(new TimelineEntry(link, hash));
        entities.persist(new TimelineDetail(reference, sequence, salt, content));
        concern.extendTimeline(sequence, hash);
    }

    /** Writes appended entries now, so that a failure shows here and not at commit. */
    public void flush() {
        entities.flush();
    }

    public List<Line> read(String reference) {
        Map<Long, TimelineDetail> details =
                details(reference).stream().collect(Collectors.toMap(TimelineDetail::sequence, detail -> detail));
        return entries(reference).stream()
                .map(entry -> {
                    var detail = Optional.ofNullable(details.get(entry.link().sequence()));
                    return new Line(
                            entry.link(),
                            entry.hash(),
                            detail.map(TimelineDetail::content),
                            detail.map(TimelineDetail::salt));
                })
                .toList();
    }

    /** The distinct signatures on a timeline in this role. */
    public List<Signature> signedAs(String reference, String role) {
        return entries(reference).stream()
                .map(entry -> entry.link().signature())
                .filter(signature -> signature.role().equals(role))
                .distinct()
                .toList();
    }

    /** Recomputes the whole chain, from its root to the head that the concern holds. */
    public Verification verify(Concern concern) {
        String reference = concern.reference().value();
        Map<Long, TimelineDetail> details =
                details(reference).stream().collect(Collectors.toMap(TimelineDetail::sequence, detail -> detail));
        String previous = ChainLink.root(reference);
        long expected = 1;
        long erased = 0;
        for (TimelineEntry entry : entries(reference)) {
            ChainLink link = entry.link();
            if (link.sequence() != expected) {
                return Verification.broken(reference, expected - 1, erased, expected, "the entry is missing");
            }
            if (!link.previousHash().equals(previous)) {
                return Verification.broken(
                        reference, expected - 1, erased, expected, "the entry does not follow the one before it");
            }
            if (!link.hash().equals(entry.hash())) {
                return Verification.broken(reference, expected - 1, erased, expected, "the entry was altered");
            }
            TimelineDetail detail = details.get(link.sequence());
            if (detail == null) {
                erased++;
            } else if (!detail.commitment().equals(link.detailHash())) {
                return Verification.broken(
                        reference, expected - 1, erased, expected, "the details of the entry were altered");
            }
            previous = entry.hash();
            expected++;
        }
        long read = expected - 1;
        if (read < concern.timelineLength()) {
            return Verification.broken(
                    reference, read, erased, expected, "the timeline ends before the head that the concern holds");
        }
        if (read > concern.timelineLength()) {
            return Verification.broken(
                    reference,
                    read,
                    erased,
                    concern.timelineLength() + 1,
                    "the entry lies behind the head that the concern holds");
        }
        if (!previous.equals(concern.timelineHead())) {
            return Verification.broken(
                    reference, read - 1, erased, read, "the entry is not the head that the concern holds");
        }
        return Verification.sound(reference, read, erased);
    }

    private List<TimelineEntry> entries(String reference) {
        return entities.createQuery("from TimelineEntry where reference = ?1 order by sequence", TimelineEntry.class)
                .setParameter(1, reference)
                .getResultList();
    }

    private List<TimelineDetail> details(String reference) {
        return entities.createQuery("from TimelineDetail where reference = ?1", TimelineDetail.class)
                .setParameter(1, reference)
                .getResultList();
    }
}
