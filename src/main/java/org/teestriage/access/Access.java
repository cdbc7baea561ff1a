package org.teestriage.access;

import java.util.Collection;

/** The policy, in one place and pure: who may do what with a concern. What a person may not see does not exist for them. */
public final class Access {

    /** What a person may want to do. */
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

        /** Whether it only looks. Somebody who has broken the glass may look and warn, but decides nothing. */
        boolean onlyLooks() {
            return this == SEE_STATUS || this == SEE_CASE || this == SEE_TIMELINE;
        }
    }

    private Access() {}

    /** Whether somebody may do this at all, whatever the concern. */
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

    /** Whether somebody may do this with this concern. Whom a restriction excludes, neither role nor broken glass lets in. */
    public static boolean may(Officer officer, Act act, AccessFacts ground) {
        return may(officer, act)
                && !ground.excludes(officer)
                && (isTheirs(officer, ground) || mayUnderBrokenGlass(officer, act, ground));
    }

    /** Whether what concerns the LADO, that somebody who works with children is suspected, is theirs to see as well. */
    public static boolean mayKnowOfLado(Officer officer, AccessFacts ground) {
        return !ground.leavesOut(officer, AccessRestriction.Kind.NAMED_FOR_LADO) || ground.glassIsBrokenBy(officer);
    }

    /** Whether this person may add to or lift a restriction of this kind: whom a restriction lets in, those say who are in. */
    public static boolean mayChangeRestriction(Officer officer, AccessRestriction.Kind kind, AccessFacts ground) {
        return switch (kind) {
            case NAMED, NAMED_FOR_LADO -> may(officer, Act.MANAGE, ground) && !ground.leavesOut(officer, kind);
            case EXCLUDED_USER, EXCLUDED_NAME, EXCLUDED_WORKPLACE -> may(officer, Act.MANAGE, ground);
        };
    }

    /** Whether the address of a looked-after child is theirs to see: of the hub that has the child, or of whoever must find a child in danger. */
    public static boolean maySeePlacement(Officer officer, AccessFacts ground, String hub) {
        return ground.glassIsBrokenForDangerBy(officer)
                || (worksInAHub(officer)
                        && isTheirs(officer, ground)
                        && officer.hubs().contains(hub));
    }

    /** Whether the name of a referrer who asked to be kept confidential is theirs to see. */
    public static boolean maySeeReferrer(Officer officer, AccessFacts ground) {
        return worksInAHub(officer) && isTheirs(officer, ground);
    }

    /**
     * Whether somebody of another hub may be told that there is a concern here about a child they work with, and at which hub:
     * so that they ask there. Nobody whom a restriction keeps out, or leaves out, learns even that.
     */
    public static boolean mayKnowThatItExists(Officer officer, AccessFacts ground) {
        return worksInAHub(officer)
                && !ground.excludes(officer)
                && !ground.leavesOut(officer, AccessRestriction.Kind.NAMED);
    }

    /** Whether somebody who may not see this concern may break the glass. */
    public static boolean mayBreakGlass(Officer officer, AccessFacts ground) {
        return may(officer, Act.BREAK_GLASS) && !ground.excludes(officer) && !isTheirs(officer, ground);
    }

    /** Whether they look only because they broke the glass. */
    public static boolean looksThroughBrokenGlass(Officer officer, AccessFacts ground) {
        return ground.glassIsBrokenBy(officer) && !isTheirs(officer, ground);
    }

    private static boolean mayUnderBrokenGlass(Officer officer, Act act, AccessFacts ground) {
        return ground.glassIsBrokenBy(officer) && (act.onlyLooks() || act == Act.TELL);
    }

    private static boolean isTheirs(Officer officer, AccessFacts ground) {
        return !ground.leavesOut(officer, AccessRestriction.Kind.NAMED)
                && switch (officer.role()) {
                    case REFERRER -> ground.agency().equals(officer.agency());
                    case OFFICER, MANAGER -> sharesHub(officer, ground.hubs());
                    case AUDITOR -> true;
                    case OPERATOR -> false;
                };
    }

    private static boolean worksInAHub(Officer officer) {
        return officer.is(Role.OFFICER) || officer.is(Role.MANAGER);
    }

    public static boolean sharesHub(Officer officer, Collection<String> hubs) {
        return hubs.stream().anyMatch(officer.hubs()::contains);
    }
}
