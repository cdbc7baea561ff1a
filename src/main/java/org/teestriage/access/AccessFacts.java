package org.teestriage.access;

import java.util.List;
import java.util.Set;

/**
 * Input of the access policy for one concern.
 *
 * @param agency agency for which the concern was raised
 * @param raisedBy user name of the person who raised the concern
 * @param hubs hubs that are responsible for its parts, or proposed to be
 * @param glassBrokenBy users with current break-glass access
 * @param forDanger those of {@code glassBrokenBy} with the reason {@link BreakGlassReason#CHILD_IN_DANGER}
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

    public AccessFacts at(Set<String> newHubs) {
        return new AccessFacts(agency, raisedBy, newHubs, restrictions, glassBrokenBy, forDanger);
    }

    /**
     * Whether a restriction excludes the officer. The person who raised the concern already knows it, so an excluded
     * workplace does not apply to that person; an excluded user or name does.
     */
    boolean excludes(Officer officer) {
        boolean raisedIt = officer.user().equals(raisedBy);
        return restrictions.stream()
                .filter(restriction -> !(raisedIt && restriction.kind() == AccessRestriction.Kind.EXCLUDED_WORKPLACE))
                .anyMatch(restriction -> restriction.excludes(officer));
    }

    /**
     * Whether access is limited to named users and the officer is not one of them. The referrer who raised the concern
     * still sees its progress, and auditors see what was done.
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
