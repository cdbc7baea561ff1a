package org.teestriage.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The person acting: user name, the name colleagues know, role, and the agency (referrers) or hubs (officers, managers) they act for. */
public record Officer(
        String user, String name, Role role, @Nullable String agency, Set<String> hubs) {

    public Officer {
        hubs = Set.copyOf(hubs);
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    /** Whom the person acts for, as the timeline names it. */
    public String affiliation() {
        if (agency != null) {
            return agency;
        }
        return String.join(", ", hubs.stream().sorted().toList());
    }
}
