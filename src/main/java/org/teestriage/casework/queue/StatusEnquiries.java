package org.teestriage.casework.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.authorization.ConcernAccess;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Reference;

/** The referrers who ask whether anyone has seen their concern, and have no answer yet. */
@ApplicationScoped
public class StatusEnquiries {

    private static final int SHOWN = 50;

    private final EntityManager entities;
    private final ConcernAccess concernAccess;

    StatusEnquiries(EntityManager entities, ConcernAccess concernAccess) {
        this.entities = entities;
        this.concernAccess = concernAccess;
    }

    /** Of these concerns, those whose referrer waits for an answer, and since when. */
    Map<String, Instant> of(Collection<String> references) {
        return references.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select reference, askedAt from Concern where reference in ?1 and answeredAt is null"
                                        + " and askedAt is not null",
                                Object[].class)
                        .setParameter(1, references)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1]));
    }

    /** Those of a manager's hubs, who has waited longest first. */
    public List<OpenEnquiry> at(Officer manager) {
        List<Concern> found = entities.createQuery(
                        "from Concern where answeredAt is null and askedAt is not null and closedAt is null"
                                + " order by askedAt, reference",
                        Concern.class)
                .getResultList();
        return concernAccess.visible(manager, Act.MANAGE, found, Concern::reference).stream()
                .limit(SHOWN)
                .flatMap(concern -> concern.asking().stream()
                        .map(asked -> new OpenEnquiry(concern.reference(), asked.at(), asked.by())))
                .toList();
    }

    public static List<Reference> references(List<OpenEnquiry> asks) {
        return asks.stream().map(OpenEnquiry::reference).toList();
    }
}
