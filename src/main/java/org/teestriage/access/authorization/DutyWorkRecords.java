package org.teestriage.access.authorization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.teestriage.access.Role;
import org.teestriage.concern.Part;
import org.teestriage.concern.Reference;

/** On which concerns the Emergency Duty Team works, and since when. */
@ApplicationScoped
public class DutyWorkRecords implements PanacheRepositoryBase<DutyWorkRecord, Long> {

    private final DutyTeamHours dutyTeamHours;
    private final ConcernAccess concernAccess;

    DutyWorkRecords(DutyTeamHours dutyTeamHours, ConcernAccess concernAccess) {
        this.dutyTeamHours = dutyTeamHours;
        this.concernAccess = concernAccess;
    }

    /** Keeps that the team works on the concern for its closed hubs, if the update is the team's. */
    public void keep(ConcernUpdate update) {
        if (!update.officer().is(Role.DUTY_TEAM)) {
            return;
        }
        Reference reference = update.concern().reference();
        Instant now = update.now();
        Set<String> kept =
                present(reference, now).stream().map(DutyWorkRecord::hub).collect(Collectors.toSet());
        Set<String> hubs = update.concern().parts().stream()
                .map(Part::hub)
                .filter(hub -> dutyTeamHours.hubs(now).contains(hub) && !kept.contains(hub))
                .collect(Collectors.toSet());
        hubs.forEach(hub -> dutyTeamHours.readsUntil(hub, now).ifPresent(until -> {
            persist(new DutyWorkRecord(reference, hub, now, until));
            concernAccess.accessChanged(reference);
        }));
    }

    /** Ends the work on a concern before its time. */
    public void end(ConcernUpdate update) {
        present(update.concern().reference(), update.now()).forEach(work -> work.end(update.now()));
        concernAccess.accessChanged(update.concern().reference());
    }

    /** The work on a concern that has not ended. */
    public List<DutyWorkRecord> present(Reference reference, Instant now) {
        return list("reference = ?1 and endedAt is null and until > ?2 order by id", reference.value(), now);
    }

    /** The concerns that the team reads because it worked on them. */
    public List<Reference> presentConcerns(Instant now) {
        return find("select distinct reference from DutyWorkRecord where endedAt is null and until > ?1", now)
                .project(String.class)
                .list()
                .stream()
                .map(Reference::new)
                .toList();
    }
}
