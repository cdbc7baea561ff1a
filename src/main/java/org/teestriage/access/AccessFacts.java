package org.teestriage.access;

import java.util.List;
import java.util.Set;

/**
 * What the policy needs to know of a concern: who raised it for which agency, the hubs that answer for its parts or are
 * asked to, its restrictions, and the users who have broken the glass and may still look; those who did because a child is in
 * danger are named again.
 */
public record AccessFacts(
        String agency,
        String raisedBy,
        Set<String> hubs,
        List<AccessRestriction> restrictions,
        Set<String> glassBrokenBy,
        Set<String> forDanger) {

    public AccessFacts {
        hubs = Set.copyOf(hubs);
        restrictions = List.copyOf(restrictions);
        glassBrokenBy = Set.copyOf(glassBrokenBy);
        forDanger = Set.copyOf(forDanger);
    }

    /** The same concern with other hubs. */
    public AccessFacts at(Set<String> newHubs) {
        return new AccessFacts(agency, raisedBy, newHubs, restrictions, glassBrokenBy, forDanger);
    }

    /** Who raised it for the suspect's own workplace knows of it; only a restriction that names them keeps them out. */
    boolean excludes(Officer officer) {
        boolean raisedIt = officer.user().equals(raisedBy);
        return restrictions.stream()
                .filter(restriction -> !(raisedIt && restriction.kind() == AccessRestriction.Kind.EXCLUDED_WORKPLACE))
                .anyMatch(restriction -> restriction.excludes(officer));
    }

    /**
     * Whether only named people have access, and this is none of them. Whoever raised the concern goes on seeing what
     * becomes of it, and auditors what was done with it.
     */
    boolean leavesOut(Officer officer, AccessRestriction.Kind named) {
        if (officer.is(Role.AUDITOR)
                || (officer.is(Role.REFERRER) && officer.user().equals(raisedBy))) {
            return false;
        }
        List<String> users = restrictions.stream()
                .filter(restriction -> restriction.kind() == named)
                .map(AccessRestriction::subject)
                .toList();
        return !users.isEmpty() && !users.contains(officer.user());
    }

    boolean glassIsBrokenBy(Officer officer) {
        return glassBrokenBy.contains(officer.user());
    }

    boolean glassIsBrokenForDangerBy(Officer officer) {
        return forDanger.contains(officer.user());
    }
}
