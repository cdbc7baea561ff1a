package org.teestriage.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticated user.
 *
 * @param name display name
 * @param agency set for referrers
 * @param hubs set for officers and managers
 */
public record Officer(
        String user, String name, Role role, @Nullable String agency, Set<String> hubs, Duties duties) {

    private static final String DUTY_TEAM = "Emergency Duty Team";

    public Officer {
        hubs = Set.copyOf(hubs);
    }

    public Officer(String user, String name, Role role, @Nullable String agency, Set<String> hubs) {
        this(user, name, role, agency, hubs, Duties.NONE);
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    /** The professional role of staff of a hub or of the duty team; null if it is not known. */
    public @Nullable String professionAtWork() {
        return is(Role.OFFICER) || is(Role.MANAGER) || is(Role.DUTY_TEAM) ? duties.profession() : null;
    }

    /** Agency, team or hubs of the user, as shown in the timeline. */
    public String affiliation() {
        if (agency != null) {
            return agency;
        }
        if (is(Role.DUTY_TEAM)) {
            return DUTY_TEAM;
        }
        return String.join(", ", hubs.stream().sorted().toList());
    }
}
