package org.teestriage.access;

import java.util.Set;

/**
 * What a user has to do beside their role.
 *
 * @param safeguardingLead whether a referrer is the designated safeguarding lead of the agency, who sees all its concerns
 * @param authorities of staff of a hub: the authorities they work for; empty for all that the hub serves
 */
public record Duties(boolean safeguardingLead, Set<String> authorities) {

    public static final Duties NONE = new Duties(false, Set.of());

    public Duties {
        authorities = Set.copyOf(authorities);
    }
}
