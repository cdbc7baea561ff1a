package org.teestriage.concern;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teestriage.platform.transaction.TransactionCache;

@ApplicationScoped
public class Concerns implements PanacheRepositoryBase<Concern, String> {

    private static final String WITH = "jakarta.persistence.loadgraph";

    /** Whether the staff of a hub who work for {@code :authorities} see a part {@code p} there. */
    public static final String OF_THE_AUTHORITIES =
            "(p.standing <> KNOWN or p.authority is null or p.authority in (:authorities))";

    private final TransactionCache cache;

    Concerns(TransactionCache cache) {
        this.cache = cache;
    }

    public void add(Concern concern) {
        persistAndFlush(concern);
        cache.created(concern.reference());
    }

    public Optional<Concern> find(Reference reference) {
        return findByIdOptional(reference.value());
    }

    /**
     * Locks the row until the transaction ends, so that changes of one concern happen one after the other. Only {@code
     * ConcernAccess} calls this, because a lock alone says nothing about who may change the concern.
     */
    public Optional<Concern> findToChange(Reference reference) {
        Optional<Concern> locked = Optional.ofNullable(getEntityManager()
                .find(Concern.class, reference.value(), LockModeType.PESSIMISTIC_WRITE, Map.of(WITH, parts())));
        cache.locked(reference);
        // Each note begins a revision of the facts, so revision 1 has none.
        locked.filter(concern -> concern.factsRevision() == 1)
                .ifPresent(concern -> cache.rows(Note.class, reference, List::of));
        return locked;
    }

    private EntityGraph<Concern> parts() {
        EntityGraph<Concern> graph = getEntityManager().createEntityGraph(Concern.class);
        graph.addAttributeNodes("parts");
        return graph;
    }

    /** A concern in a list, which is read without its facts: those of one page may be 50 MB. */
    public record Listed(
            String key,
            Instant receivedAt,
            @Nullable Instant closedAt,
            @Nullable Instant reopenedAt,
            @Nullable String duplicateOf) {

        public Reference reference() {
            return new Reference(key);
        }

        public boolean open() {
            return closedAt == null;
        }
    }

    /**
     * The concerns of an agency, or with a part at or proposed to one of the hubs, or else all.
     *
     * @param raisedBy only those that this user raised for the agency
     * @param authorities only those at the hubs of which one of these, or no known authority, answers; empty for all
     * @param more references of concerns of other hubs
     */
    public record Whose(
            @Nullable String agency,
            @Nullable String raisedBy,
            @Nullable Set<String> hubs,
            Set<String> authorities,
            List<String> more) {}

    /** Newest first after {@code last}. */
    public List<Listed> listed(Whose whose, @Nullable Listed last, int limit) {
        StringBuilder hql = new StringBuilder(
                "select c.reference, c.receivedAt, c.closedAt, c.reopenedAt, c.duplicateOf from Concern c where true");
        Map<String, Object> given = new HashMap<>();
        if (whose.agency() != null) {
            hql.append(" and c.agency = :agency");
            given.put("agency", whose.agency());
            if (whose.raisedBy() != null) {
                hql.append(" and c.raisedBy = :raisedBy");
                given.put("raisedBy", whose.raisedBy());
            }
        } else if (whose.hubs() != null) {
            String atHub = "exists (select 1 from Part p where p.concern = c and not p.emptied and (p.hub in :hubs"
                    + (whose.authorities().isEmpty() ? "" : " and " + OF_THE_AUTHORITIES)
                    + " or p.proposedHub in :hubs))";
            if (!whose.authorities().isEmpty()) {
                given.put("authorities", whose.authorities());
            }
            hql.append(whose.more().isEmpty() ? " and " + atHub : " and (" + atHub + " or c.reference in :more)");
            given.put("hubs", whose.hubs());
            if (!whose.more().isEmpty()) {
                given.put("more", whose.more());
            }
        }
        if (last != null) {
            hql.append(" and (c.receivedAt < :at or (c.receivedAt = :at and c.reference > :reference))");
            given.put("at", last.receivedAt());
            given.put("reference", last.key());
        }
        return find(hql.append(" order by c.receivedAt desc, c.reference").toString(), given)
                .project(Listed.class)
                .range(0, limit - 1)
                .list();
    }

    /** Those of these concerns, by reference, in which danger was seen. */
    public Set<String> endangered(Collection<String> references) {
        return references.isEmpty()
                ? Set.of()
                : Set.copyOf(find("select reference from Concern where reference in ?1 and dangerSeen", references)
                        .project(String.class)
                        .list());
    }

    /** The hubs of the parts of each concern. */
    public Map<Reference, List<String>> hubsOf(Collection<Reference> references) {
        Map<Reference, List<String>> hubs = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select p.concern.reference, p.hub from Part p where p.concern.reference in ?1 and not p.emptied"
                                + " order by p.id",
                        Object[].class)
                .setParameter(1, references.stream().map(Reference::value).toList())
                .getResultList()
                .forEach(row -> hubs.computeIfAbsent(new Reference((String) row[0]), first -> new ArrayList<>())
                        .add((String) row[1]));
        return hubs;
    }

    /** References after this one, in their order. */
    public List<Reference> after(String reference, int limit) {
        return find("select reference from Concern where reference > ?1 order by reference", reference)
                .project(String.class)
                .page(0, limit)
                .list()
                .stream()
                .map(Reference::new)
                .toList();
    }

    /** References of open concerns after this one, in their order. */
    public List<Reference> openAfter(String reference, int limit) {
        return find(
                        "select reference from Concern where closedAt is null and reference > ?1 order by reference",
                        reference)
                .project(String.class)
                .page(0, limit)
                .list()
                .stream()
                .map(Reference::new)
                .toList();
    }

    /** References of concerns whose keys of children were computed by other rules, after {@code last}. */
    public List<String> notKeyedBy(String edition, String last, int limit) {
        return find(
                        "select reference from Concern where (childKeys is null or childKeys <> ?1) and reference > ?2"
                                + " order by reference",
                        edition,
                        last)
                .project(String.class)
                .page(0, limit)
                .list();
    }

    /** What a list shows of a concern beside its steps. */
    public record Marks(
            String reference,
            @Nullable Instant askedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant covertSince,
            @Nullable Instant questionDue) {

        public static Marks of(Concern concern) {
            Optional<StatusEnquiry> asking = concern.asking();
            return new Marks(
                    concern.reference().value(),
                    asking.map(StatusEnquiry::at).orElse(null),
                    asking.map(StatusEnquiry::answeredAt).orElse(null),
                    concern.covert().map(Covert::since).orElse(null),
                    concern.questionDue());
        }

        /** When the referrer made a status enquiry that has no answer yet. */
        public @Nullable Instant unansweredSince() {
            return answeredAt == null ? askedAt : null;
        }
    }

    /** The marks of those of the concerns that have any. */
    public List<Marks> marksAmong(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : find(
                                "select reference, askedAt, answeredAt, covert.since, questionDue from Concern where reference in ?1"
                                        + " and (askedAt is not null or covert.since is not null or questionDue is not null)",
                                references)
                        .project(Marks.class)
                        .list();
    }

    /** A status enquiry without an answer on an open concern. */
    public record Unanswered(String key, Instant at, String by) {

        public Reference reference() {
            return new Reference(key);
        }
    }

    /** The status enquiries on open concerns that have no answer yet, the longest wait first. */
    public List<Unanswered> unanswered() {
        return find("select reference, askedAt, askedBy from Concern where answeredAt is null and askedAt is not null"
                        + " and closedAt is null order by askedAt, reference")
                .project(Unanswered.class)
                .list();
    }
}
