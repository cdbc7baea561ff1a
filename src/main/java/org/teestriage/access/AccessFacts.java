package org.teestriage.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Input of the access policy for one concern.
 *
 * @param agency agency for which the concern was raised
 * @param raisedBy user name of the person who raised the concern
 * @param places where its parts are, or are proposed to move
 * @param breakGlassUsers users with current break-glass access
 * @param breakGlassForDangerUsers those of {@code breakGlassUsers} with the reason {@link BreakGlassReason#CHILD_IN_DANGER}
 * @param standIns managers who act while no regular member of staff may
 * @param dutyWork what the Emergency Duty Team has to do with it now
 */
public record AccessFacts(
        String agency,
        String raisedBy,
        Set<Place> places,
        List<AccessRestriction> restrictions,
        Set<String> breakGlassUsers,
        Set<String> breakGlassForDangerUsers,
        Set<StandIn> standIns,
        DutyWork dutyWork) {

    public AccessFacts {
        places = Set.copyOf(places);
        restrictions = List.copyOf(restrictions);
        breakGlassUsers = Set.copyOf(breakGlassUsers);
        breakGlassForDangerUsers = Set.copyOf(breakGlassForDangerUsers);
        standIns = Set.copyOf(standIns);
    }

    public AccessFacts(
            String agency,
            String raisedBy,
            Set<Place> places,
            List<AccessRestriction> restrictions,
            Set<String> breakGlassUsers,
            Set<String> breakGlassForDangerUsers,
            Set<StandIn> standIns) {
        this(
                agency,
                raisedBy,
                places,
                restrictions,
                breakGlassUsers,
                breakGlassForDangerUsers,
                standIns,
                DutyWork.NONE);
    }

    public AccessFacts(
            String agency,
            String raisedBy,
            Set<String> hubs,
            List<AccessRestriction> restrictions,
            Set<String> breakGlassUsers,
            Set<String> breakGlassForDangerUsers) {
        this(agency, raisedBy, Place.hubs(hubs), restrictions, breakGlassUsers, breakGlassForDangerUsers, Set.of());
    }

    public AccessFacts at(Set<Place> newPlaces) {
        return new AccessFacts(
                agency,
                raisedBy,
                newPlaces,
                restrictions,
                breakGlassUsers,
                breakGlassForDangerUsers,
                standIns,
                dutyWork);
    }

    AccessFacts withoutStandIns() {
        return new AccessFacts(
                agency, raisedBy, places, restrictions, breakGlassUsers, breakGlassForDangerUsers, Set.of(), dutyWork);
    }

    /** The hubs that are responsible for its parts, or proposed to be. */
    public Set<String> hubs() {
        return places.stream().map(Place::hub).collect(Collectors.toSet());
    }

    /**
     * Whether a restriction excludes the officer. The person who raised the concern already knows it, so an excluded
     * workplace does not apply to that person; an excluded user or name does.
     */
    boolean excludes(Officer officer) {
        return excludesPersonally(officer)
                || (excludesWorkplaceOf(officer) && !officer.user().equals(raisedBy) && !standsIn(officer));
    }

    /** Whether a user name or the name of a person excludes the officer: this admits no exception. */
    boolean excludesPersonally(Officer officer) {
        return restrictions.stream()
                .anyMatch(restriction -> restriction.kind() != AccessRestriction.Kind.EXCLUDED_WORKPLACE
                        && restriction.excludes(officer));
    }

    private boolean excludesWorkplaceOf(Officer officer) {
        return restrictions.stream()
                .anyMatch(restriction -> restriction.kind() == AccessRestriction.Kind.EXCLUDED_WORKPLACE
                        && restriction.excludes(officer));
    }

    /**
     * Whether the officer raised the concern at a hub where a suspect works: such a person can follow it and add to it,
     * but not work on it.
     */
    boolean mayOnlyFollow(Officer officer) {
        return !officer.is(Role.REFERRER) && excludesWorkplaceOf(officer) && !standsIn(officer);
    }

    /**
     * Whether access is limited to named users and the officer is not one of them. The referrer who raised the concern
     * still sees its progress, and auditors see what was done.
     */
    boolean limitsToOthers(Officer officer, AccessRestriction.Kind named) {
        if (officer.is(Role.AUDITOR)
                || (officer.is(Role.REFERRER) && officer.user().equals(raisedBy))
                || standsIn(officer, named)) {
            return false;
        }
        List<String> users = restrictions.stream()
                .filter(restriction -> restriction.kind() == named)
                .map(AccessRestriction::subject)
                .toList();
        return !users.isEmpty() && !users.contains(officer.user());
    }

    /** Whether what concerns the LADO is for staff of the hubs, and the officer is none of them. */
    boolean keepsLadoAtItsHubs(Officer officer) {
        boolean worksOnIt = officer.is(Role.DUTY_TEAM)
                ? !dutyWork.isNone()
                : !officer.is(Role.REFERRER) && (Access.sharesPlace(officer, places) || standsIn(officer));
        return limits(AccessRestriction.Kind.LADO_AT_THE_HUBS)
                && !worksOnIt
                && !officer.is(Role.AUDITOR)
                && !officer.user().equals(raisedBy);
    }

    boolean limits(AccessRestriction.Kind named) {
        return restrictions.stream().anyMatch(restriction -> restriction.kind() == named);
    }

    boolean standsIn(Officer officer) {
        return officer.is(Role.MANAGER)
                && standIns.stream().anyMatch(one -> one.user().equals(officer.user()));
    }

    private boolean standsIn(Officer officer, AccessRestriction.Kind despite) {
        return standsIn(officer)
                && (despite != AccessRestriction.Kind.NAMED_FOR_LADO
                        || standIns.stream()
                                .anyMatch(one -> one.lado() && one.user().equals(officer.user())));
    }

    boolean standsInAt(Officer officer, String hub) {
        return standsIn(officer)
                && standIns.stream()
                        .anyMatch(one -> one.hub().equals(hub) && one.user().equals(officer.user()));
    }

    boolean glassIsBrokenBy(Officer officer) {
        return breakGlassUsers.contains(officer.user());
    }

    boolean glassIsBrokenForDangerBy(Officer officer) {
        return breakGlassForDangerUsers.contains(officer.user());
    }
}
