package org.teestriage.access;

import java.util.Collection;
import java.util.Set;
import org.teestriage.decision.Step;

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
        /** Take and decide open steps. */
        WORK,
        /** Give a concern back to the hub when the night is over. */
        HAND_BACK,
        /** Change the path of a concern at will: other hubs, reports, routes. */
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
            case RAISE, TELL -> officer.is(Role.REFERRER) || takesSteps(officer);
            case SEE_STATUS -> !officer.is(Role.OPERATOR);
            case ASK -> officer.is(Role.REFERRER);
            case SEE_TIMELINE -> takesSteps(officer) || officer.is(Role.AUDITOR);
            case SEE_CASE, WORK, SEE_QUEUE -> takesSteps(officer);
            case TRIAGE, BREAK_GLASS -> worksInAHub(officer);
            case SEE_READINGS, EXPORT, OVERSEE -> officer.is(Role.MANAGER) || officer.is(Role.AUDITOR);
            case HAND_BACK -> officer.is(Role.DUTY_TEAM);
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
                && (hasRegularAccess(officer, ground)
                        || mayUnderBrokenGlass(officer, act, ground)
                        || followsWhatItRaised(officer, act, ground));
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
     * Whether the officer may see the address of a looked-after child: staff of the child's hub, the duty team that works
     * for it, and break-glass users with the reason {@link BreakGlassReason#CHILD_IN_DANGER}.
     */
    public static boolean maySeePlacement(Officer officer, AccessFacts ground, String hub) {
        return ground.glassIsBrokenForDangerBy(officer)
                || (takesSteps(officer) && hasRegularAccess(officer, ground) && actsAt(officer, hub, ground));
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
        return takesSteps(officer) && hasRegularAccess(officer, ground);
    }

    /**
     * Whether staff of another hub, or the duty team, may learn that this concern exists about a child they work with, and at which hub,
     * so that they can ask there. Restrictions that exclude the officer, or that name other users, prevent this.
     */
    public static boolean mayKnowThatItExists(Officer officer, AccessFacts ground) {
        return takesSteps(officer)
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
                    case DUTY_TEAM -> !ground.dutyWork().isNone();
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

    /** The duty team hands a concern back; the person who raised it still follows it and adds to it. */
    private static boolean followsWhatItRaised(Officer officer, Act act, AccessFacts ground) {
        return officer.is(Role.DUTY_TEAM)
                && officer.user().equals(ground.raisedBy())
                && (act == Act.SEE_STATUS || act == Act.TELL)
                && !ground.limitsToOthers(officer, AccessRestriction.Kind.NAMED);
    }

    /** Staff of a hub, or the duty team while the hub is closed. */
    private static boolean takesSteps(Officer officer) {
        return worksInAHub(officer) || officer.is(Role.DUTY_TEAM);
    }

    /** Whether the officer takes steps of this hub: as its staff, as a stand-in on this concern, or as the duty team. */
    public static boolean actsAt(Officer officer, String hub, AccessFacts ground) {
        return officer.is(Role.DUTY_TEAM)
                ? ground.dutyWork().isFor(hub)
                : officer.hubs().contains(hub) || ground.standsInAt(officer, hub);
    }

    /**
     * Whether the officer may take and decide this open step of a concern on which they may work: the duty team only what
     * cannot wait for the hub to open.
     *
     * @param claimed whether the officer has claimed it; the duty team finishes that
     */
    public static boolean takes(Officer officer, Step step, String hub, boolean claimed, AccessFacts ground) {
        return !officer.is(Role.DUTY_TEAM)
                || ground.dutyWork().has(step, hub)
                || (claimed && ground.dutyWork().isFor(hub));
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
