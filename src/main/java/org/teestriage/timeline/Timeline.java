package org.teestriage.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teestriage.concern.Concern;
import org.teestriage.platform.persistence.EpochMicros;
import org.teestriage.platform.persistence.Json;
import org.teestriage.timeline.Verification.Fault;

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

    /** The sentences of the entries of this kind. */
    public List<String> sentences(String reference, TimelineEvent.Kind kind) {
        return entries(reference).stream()
                .map(TimelineEntry::link)
                .filter(link -> link.kind() == kind)
                .map(ChainLink::sentence)
                .toList();
    }

    /** Recomputes the whole chain, from its root to the head that the concern holds. */
    public Verification verify(Concern concern) {
        String reference = concern.reference().value();
        Map<Long, TimelineDetail> details =
                details(reference).stream().collect(Collectors.toMap(TimelineDetail::sequence, detail -> detail));
        List<TimelineEntry> entries = entries(reference);
        Set<Long> explained = explained(entries);
        List<Long> erased = new ArrayList<>();
        List<Long> deleted = new ArrayList<>();
        String previous = ChainLink.root(reference);
        long read = 0;
        Fault fault = null;
        for (TimelineEntry entry : entries) {
            fault = fault(entry, read + 1, previous, details.get(entry.link().sequence()));
            if (fault != null) {
                break;
            }
            read++;
            previous = entry.hash();
            if (!details.containsKey(read)) {
                (explained.contains(read) ? erased : deleted).add(read);
            }
        }
        if (fault == null) {
            fault = faultAtTheEnd(concern, read, previous);
        }
        if (fault == null && !deleted.isEmpty()) {
            fault = new Fault(deleted.get(0), "the details of the entry were deleted, and no entry says why");
        }
        return new Verification(reference, fault == null, read, erased, deleted, fault);
    }

    /** The entries whose details were erased on purpose. An entry cannot explain itself or a later one. */
    private static Set<Long> explained(List<TimelineEntry> entries) {
        return entries.stream()
                .map(TimelineEntry::link)
                .filter(link -> link.kind() == TimelineEvent.Kind.ERASED)
                .filter(link -> Long.parseLong(link.item()) < link.sequence())
                .map(link -> Long.valueOf(link.item()))
                .collect(Collectors.toSet());
    }

    private static @Nullable Fault fault(
            TimelineEntry entry, long expected, String previous, @Nullable TimelineDetail detail) {
        ChainLink link = entry.link();
        if (link.sequence() != expected) {
            return new Fault(expected, "the entry is missing");
        }
        if (!link.previousHash().equals(previous)) {
            return new Fault(expected, "the entry does not follow the one before it");
        }
        if (!link.hash().equals(entry.hash())) {
            return new Fault(expected, "the entry was altered");
        }
        return detail == null || detail.commitment().equals(link.detailHash())
                ? null
                : new Fault(expected, "the details of the entry were altered");
    }

    private static @Nullable Fault faultAtTheEnd(Concern concern, long read, String last) {
        if (read < concern.timelineLength()) {
            return new Fault(read + 1, "the timeline ends before the head that the concern holds");
        }
        if (read > concern.timelineLength()) {
            return new Fault(concern.timelineLength() + 1, "the entry lies behind the head that the concern holds");
        }
        return last.equals(concern.timelineHead())
                ? null
                : new Fault(read, "the entry is not the head that the concern holds");
    }

    /**
     * Erases the details of an entry, and appends an entry that says so. The caller holds the lock on the concern's row,
     * and an account of the database that may delete details; that of the service may not.
     *
     * @param reason without personal data, because it stays
     * @throws IllegalArgumentException if there is no such entry, or its erasure is already on the timeline
     */
    public void erase(Concern concern, Instant at, long sequence, String reason) {
        List<TimelineEntry> entries = entries(concern.reference().value());
        if (sequence < 1 || sequence > entries.size() || explained(entries).contains(sequence)) {
            throw new IllegalArgumentException(
                    "entry %d does not exist, or its details are erased already".formatted(sequence));
        }
        append(
                concern,
                Signature.AN_OPERATOR,
                at,
                new TimelineEvent(
                        TimelineEvent.Kind.ERASED,
                        null,
                        Long.toString(sequence),
                        "The details of entry %d were erased: %s".formatted(sequence, reason),
                        Map.of()));
        details(concern.reference().value()).stream()
                .filter(detail -> detail.sequence() == sequence)
                .forEach(entities::remove);
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
