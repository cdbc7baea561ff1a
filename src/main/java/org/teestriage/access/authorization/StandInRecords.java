package org.teestriage.access.authorization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.Place;
import org.teestriage.access.StandIn;
import org.teestriage.concern.Reference;

@ApplicationScoped
public class StandInRecords implements PanacheRepositoryBase<StandInRecord, Long> {

    /** Open concerns, and closed ones with an open step, that may have no person who can act; and present stand-ins. */
    private static final String CANDIDATES = """
            select c.reference from concern c
                where c.reference > :last
                and (c.closed_at is null or exists (select 1 from waiting_step w where w.reference = c.reference))
                and (exists (select 1 from wall r where r.reference = c.reference and r.lifted_at is null)
                    or exists (select 1 from part p where p.reference = c.reference and not p.emptied
                        and (p.hub in (:deserted) or p.proposed_hub in (:deserted)
                            or concat(p.hub, '/', p.authority) in (:deserted))))
            union select reference from stand_in where reference > :last and ended_at is null
            order by 1""";

    public void begin(Reference reference, StandIn standIn, Instant at) {
        persist(new StandInRecord(reference, standIn, at));
    }

    /** Past and present, the first one first. */
    public List<StandInRecord> of(Reference reference) {
        return list("reference = ?1 order by id", reference.value());
    }

    /** Those of a user now. Only managers stand in. */
    public List<StandInRecord> openOf(Officer officer) {
        return Access.may(officer, Act.MANAGE)
                ? list("user = ?1 and endedAt is null order by id", officer.user())
                : List.of();
    }

    /**
     * Concerns to review, after one reference and in the order of their references.
     *
     * @param deserted hubs, and authorities at a hub, whose staff could act on no concern
     */
    public List<Reference> candidates(Set<Place> deserted, String last, int limit) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(CANDIDATES, String.class)
                .setParameter("deserted", deserted.isEmpty() ? List.of("") : names(deserted))
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(Reference::new)
                .toList();
    }

    private static List<String> names(Set<Place> places) {
        return places.stream()
                .map(place -> place.authority() == null ? place.hub() : place.hub() + "/" + place.authority())
                .toList();
    }

    /** Stand-ins of one hub now, and those of them for whom there is no manager in line. */
    public record Count(String hub, long standIns, long vacant) {}

    public List<Count> counts() {
        return getEntityManager()
                .createQuery(
                        "select hub, count(*), sum(case when user = '' then 1 else 0 end) from StandInRecord"
                                + " where endedAt is null group by hub order by hub",
                        Object[].class)
                .getResultStream()
                .map(row -> new Count((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .toList();
    }
}
