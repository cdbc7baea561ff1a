package org.teestriage.access;

import java.util.Collection;
import java.util.Set;

/**
 * Authorisation policy: which officer may do what with a concern. Pure. Callers treat a concern that the officer may
 * not see as absent.
 */
public final class Access {

    public enum Act {
        RAISE,
        SEE_STATUS,
        SEE_CASE,
        SEE_TIMELINE,
        SEE_READINGS,
        EXPORT,
        TELL,
        ASK,
        TRIAGE,
        MANAGE,
        SEE_QUEUE,
        BREAK_GLASS,
        OVERSEE,
        OPERATE;

        /** Whether the act only reads. Break-glass access allows these acts and {@link #TELL}, but no decisions. */
        boolean onlyLooks() {
            return this == SEE_STATUS || this == SEE_CASE || this == SEE_TIMELINE;
        }
    }

    private Access() {}

    /** Whether the role allows the act, independent of any concern. */
    public static boolean may(Officer officer, Act act) {
        return switch (act) {
            case RAISE -> officer.is(Role.REFERRER) || worksInAHub(officer);
            case SEE_STATUS -> !officer.is(Role.OPERATOR);
            case TELL -> officer.is(Role.REFERRER) || worksInAHub(officer);
            case ASK -> officer.is(Role.REFERRER);
            case SEE_TIMELINE -> worksInAHub(officer) || officer.is(Role.AUDITOR);
            case SEE_CASE, TRIAGE, SEE_QUEUE, BREAK_GLASS -> worksInAHub(officer);
            case SEE_READINGS, EXPORT, OVERSEE -> officer.is(Role.MANAGER) || officer.is(Role.AUDITOR);
            case MANAGE -> officer.is(Role.MANAGER);
            case OPERATE -> officer.is(Role.OPERATOR);
        };
    }

    /**
     * Whether the officer may do this with the concern. A restriction that excludes the officer overrides role and
     * break-glass access.
     */
    public static boolean may(Officer officer, Act act, AccessFacts ground) {
        return may(officer, act)
                && !ground.excludes(officer)
                && (act == Act.SEE_STATUS || act == Act.TELL || !ground.mayOnlyFollow(officer))
                && (hasRegularAccess(officer, ground) || mayUnderBrokenGlass(officer, act, ground));
    }

    /**
     * Whether the officer may know that a suspect works with children, and so everything that concerns the LADO. Of the
     * break-glass users, only those with the reason {@link BreakGlassReason#CHILD_IN_DANGER} pass a restriction to
     * named users.
     */
    public static boolean mayKnowOfLado(Officer officer, AccessFacts ground) {
        boolean regular = !ground.limitsToOthers(officer, AccessRestriction.Kind.NAMED_FOR_LADO)
                && !ground.keepsLadoAtItsHubs(officer);
        return regular || ground.glassIsBrokenForDangerBy(officer);
    }

    /**
     * Whether the officer may add or lift a restriction of this kind. Only managers on an existing list of named users
     * may change that list.
     */
    public static boolean mayChangeRestriction(Officer officer, AccessRestriction.Kind kind, AccessFacts ground) {
        return switch (kind) {
            case NAMED, NAMED_FOR_LADO -> may(officer, Act.MANAGE, ground) && !ground.limitsToOthers(officer, kind);
            case EXCLUDED_USER, EXCLUDED_NAME, EXCLUDED_WORKPLACE, LADO_AT_THE_HUBS -> may(officer, Act.MANAGE, ground);
        };
    }

    /** Whether a restriction to named users can admit the officer: staff of the concern's hubs who are not excluded. */
    public static boolean mayBeNamed(Officer officer, AccessFacts ground) {
        return worksInAHub(officer)
                && sharesPlace(officer, ground.places())
                && !ground.excludes(officer)
                && !ground.mayOnlyFollow(officer);
    }

    /** Whether the officer has access as a stand-in. */
    public static boolean standsIn(Officer officer, AccessFacts ground) {
        return ground.standsIn(officer);
    }

    /**
     * Whether the officer may see the address of a looked-after child: staff of the child's hub, and break-glass users
     * with the reason {@link BreakGlassReason#CHILD_IN_DANGER}.
     */
    public static boolean maySeePlacement(Officer officer, AccessFacts ground, String hub) {
        return ground.glassIsBrokenForDangerBy(officer)
                || (worksInAHub(officer) && hasRegularAccess(officer, ground) && actsAt(officer, hub, ground));
    }

    /**
     * Whether the officer may read what was told and written: auditors see what was done, when, and by which member of
     * staff, but no facts and no names of the people whom the concern is about.
     */
    public static boolean maySeeContent(Officer officer) {
        return !officer.is(Role.AUDITOR);
    }

    /** Whether the officer may see the name of a referrer who asked for confidentiality. */
    public static boolean maySeeReferrer(Officer officer, AccessFacts ground) {
        return worksInAHub(officer) && hasRegularAccess(officer, ground);
    }

    /**
     * Whether staff of another hub may learn that this concern exists about a child they work with, and at which hub,
     * so that they can ask there. Restrictions that exclude the officer, or that name other users, prevent this.
     */
    public static boolean mayKnowThatItExists(Officer officer, AccessFacts ground) {
        return worksInAHub(officer)
                && !ground.excludes(officer)
                && !ground.limitsToOthers(officer, AccessRestriction.Kind.NAMED);
    }

    /** Whether the officer may request break-glass access: only without regular access, and never if excluded. */
    public static boolean mayBreakGlass(Officer officer, AccessFacts ground) {
        return may(officer, Act.BREAK_GLASS) && !ground.excludes(officer) && !hasRegularAccess(officer, ground);
    }

    /** Whether the officer has access only through break-glass. */
    public static boolean looksThroughBrokenGlass(Officer officer, AccessFacts ground) {
        return ground.glassIsBrokenBy(officer) && !hasRegularAccess(officer, ground);
    }

    private static boolean mayUnderBrokenGlass(Officer officer, Act act, AccessFacts ground) {
        return ground.glassIsBrokenBy(officer) && (act.onlyLooks() || act == Act.TELL);
    }

    private static boolean hasRegularAccess(Officer officer, AccessFacts ground) {
        return !ground.limitsToOthers(officer, AccessRestriction.Kind.NAMED)
                && switch (officer.role()) {
                    case REFERRER -> ground.agency().equals(officer.agency()) && followsUp(officer, ground);
                    case OFFICER, MANAGER -> sharesPlace(officer, ground.places()) || ground.standsIn(officer);
                    case AUDITOR -> true;
                    case OPERATOR -> false;
                };
    }

    /** An agency's concern is for the person who raised it and, also after that person has left, for the safeguarding lead. */
    private static boolean followsUp(Officer officer, AccessFacts ground) {
        return officer.duties().safeguardingLead() || officer.user().equals(ground.raisedBy());
    }

    private static boolean worksInAHub(Officer officer) {
        return officer.is(Role.OFFICER) || officer.is(Role.MANAGER);
    }

    /** Whether the officer takes steps of this hub: as its staff, or as a stand-in on this concern. */
    public static boolean actsAt(Officer officer, String hub, AccessFacts ground) {
        return officer.hubs().contains(hub) || ground.standsInAt(officer, hub);
    }

    /** Whether the officer works at one of the hubs, and for the authority that is known there. */
    public static boolean sharesPlace(Officer officer, Collection<Place> places) {
        Set<String> authorities = officer.duties().authorities();
        return places.stream()
                .anyMatch(place -> officer.hubs().contains(place.hub())
                        && (authorities.isEmpty()
                                || place.authority() == null
                                || authorities.contains(place.authority())));
    }
}
