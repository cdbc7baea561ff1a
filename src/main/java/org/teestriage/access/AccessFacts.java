package org.teestriage.access;

import java.util.List;
import java.util.Set;

/**
 * Input of the access policy for one concern.
 *
 * @param agency agency for which the concern was raised
 * @param raisedBy user name of the person who raised the concern
 * @param hubs hubs that are responsible for its parts, or proposed to be
 * @param breakGlassUsers users with current break-glass access
 * @param breakGlassForDangerUsers those of {@code breakGlassUsers} with the reason {@link BreakGlassReason#CHILD_IN_DANGER}
 */
public record AccessFacts(
        String agency,
        String raisedBy,
        Set<String> hubs,
        List<AccessRestriction> restrictions,
        Set<String> breakGlassUsers,
        Set<String> breakGlassForDangerUsers) {

    public AccessFacts {
        hubs = Set.copyOf(hubs);
        restrictions = List.copyOf(restrictions);
        breakGlassUsers = Set.copyOf(breakGlassUsers);
        breakGlassForDangerUsers = Set.copyOf(breakGlassForDangerUsers);
    }

    public AccessFacts at(Set<String> newHubs) {
        return new AccessFacts(agency, raisedBy, newHubs, restrictions, breakGlassUsers, breakGlassForDangerUsers);
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
    boolean limitsToOthers(Officer officer, AccessRestriction.Kind named) {
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
        return breakGlassUsers.contains(officer.user());
    }

    boolean glassIsBrokenForDangerBy(Officer officer) {
        return breakGlassForDangerUsers.contains(officer.user());
    }
}
