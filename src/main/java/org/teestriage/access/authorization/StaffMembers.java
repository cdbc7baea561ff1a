package org.teestriage.access.authorization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.teestriage.access.Officer;

@ApplicationScoped
public class StaffMembers implements PanacheRepositoryBase<StaffMember, String> {

    private final Map<String, Officer> met = new ConcurrentHashMap<>();

    /**
     * Stores an officer or manager who uses the service, or the changed data, so that managers can assign steps to
     * them. The in-memory cache holds only users read back from the database, because a write of this transaction can
     * still be rolled back.
     */
    public void recordUse(Officer officer) {
        if (officer.equals(met.get(officer.user()))) {
            return;
        }
        Optional<StaffMember> known = find(officer.user());
        if (known.isEmpty()) {
            persist(new StaffMember(officer));
        } else if (known.get().describes(officer)) {
            met.put(officer.user(), officer);
        } else {
            known.get().update(officer);
        }
    }

    public Optional<StaffMember> find(String user) {
        return findByIdOptional(user);
    }
}
