package org.teestriage.access;

import java.util.Set;

/**
 * A manager who acts at one hub on one concern while no regular member of staff may.
 *
 * @param user user name; empty if there is no manager in line
 * @param lado whether the manager also acts on what concerns the LADO
 * @param worksAt the hubs of the manager at the beginning; empty if they are not known
 */
public record StandIn(String user, String hub, boolean lado, Set<String> worksAt) {
    public StandIn {
        worksAt = Set.copyOf(worksAt);
    }

    /** Place of a stand-in for whom there is no manager in line. */
    public static StandIn vacant(String hub, boolean lado) {
        return new StandIn("", hub, lado, Set.of());
    }

    public boolean isVacant() {
        return user.isEmpty();
    }

    /** Whether this is the manager, and still works where they did at the beginning. */
    boolean isStillAtPlace(Officer manager) {
        return user.equals(manager.user()) && (worksAt.isEmpty() || worksAt.equals(manager.hubs()));
    }

    StandIn with(boolean alsoLado) {
        return new StandIn(user, hub, lado || alsoLado, worksAt);
    }
}
