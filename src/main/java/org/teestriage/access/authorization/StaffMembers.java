package org.teestriage.access.authorization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.teestriage.access.Access;
import org.teestriage.access.Access.Act;
import org.teestriage.access.Officer;
import org.teestriage.access.StandInRule.Staff;

/** Officers and managers: those who have signed in, and those whom the directory of accounts lists. */
@ApplicationScoped
public class StaffMembers implements PanacheRepositoryBase<StaffMember, String> {

    private final Map<String, Met> met = new ConcurrentHashMap<>();
    private final InstantSource time;

    StaffMembers(InstantSource time) {
        this.time = time;
    }

    private record Met(Officer officer, Instant day) {}

    /**
     * Stores an officer or manager who uses the service, or the changed data, so that managers can assign steps to
     * them. The in-memory cache holds only users read back from the database, because a write of this transaction can
     * still be rolled back.
     */
    public void recordUse(Officer officer) {
        if (!Access.may(officer, Act.TRIAGE)) {
            return;
        }
        Instant today = time.instant().truncatedTo(ChronoUnit.DAYS);
        Met now = new Met(officer, today);
        if (now.equals(met.get(officer.user()))) {
            return;
        }
        Optional<StaffMember> known = find(officer.user());
        if (known.isPresent() && known.get().describes(officer) && known.get().wasSeen(today)) {
            met.put(officer.user(), now);
            return;
        }
        StaffMember member = known.orElseGet(() -> added(officer));
        member.update(officer);
        member.seen(today);
    }

    private StaffMember added(Officer officer) {
        StaffMember member = new StaffMember(officer);
        persist(member);
        return member;
    }

    public Optional<StaffMember> find(String user) {
        return findByIdOptional(user);
    }

    /** Takes over a complete list of accounts: adds and updates those who are listed; all others have left. */
    public void update(List<Officer> listed, Instant now) {
        Map<String, StaffMember> others = new HashMap<>();
        listAll().forEach(member -> others.put(member.user(), member));
        listed.stream().filter(officer -> Access.may(officer, Act.TRIAGE)).forEach(officer -> {
            StaffMember known = others.remove(officer.user());
            if (known == null) {
                added(officer);
            } else if (!known.describes(officer)) {
                known.update(officer);
            }
        });
        others.values().stream().filter(StaffMember::isPresent).forEach(member -> {
            member.leave(now);
            met.remove(member.user());
        });
    }

    /** Those who work here now, the most recently seen first. */
    public List<StaffMember> present() {
        return list("leftAt is null order by seenAt desc nulls last, user");
    }

    public Staff staff() {
        List<StaffMember> all = list("order by seenAt desc nulls last, user");
        return new Staff(officers(all, StaffMember::isPresent), officers(all, member -> !member.isPresent()));
    }

    private static List<Officer> officers(List<StaffMember> members, Predicate<StaffMember> which) {
        return members.stream().filter(which).map(StaffMember::officer).toList();
    }
}
