package org.teestriage.access.authorization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.teestriage.access.Officer;

/** The officers and managers who have been here. */
@ApplicationScoped
public class StaffMembers implements PanacheRepositoryBase<StaffMember, String> {

    private final Map<String, Officer> met = new ConcurrentHashMap<>();

    /**
     * Remembers somebody, or what has changed of them; costs nothing for whom this node has read back once. What it only
     * wrote may yet be rolled back, and then they would never be written.
     */
    public void meet(Officer officer) {
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
