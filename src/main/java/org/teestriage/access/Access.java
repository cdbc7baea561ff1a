package org.teestriage.access;

import java.util.Collection;
import java.util.Set;

/** The policy, in one place and pure: who may do what with a concern. What a person may not see does not exist for them. */
public final class Access {

    /** What a person may want to do. */
    public enum Act {
        RAISE,
        SEE_STATUS,
        SEE_FACTS,
        SEE_TIMELINE,
        SEE_READINGS,
        TELL,
        TRIAGE,
        MANAGE,
        SEE_QUEUE,
        OPERATE
    }

    /** What of a concern the policy needs: the agency that raised it and the hubs that answer for its parts or are asked to. */
    public record Ground(String agency, Set<String> hubs) {
        public Ground {
            hubs = Set.copyOf(hubs);
        }
    }

    private Access() {}

    /** Whether somebody may do this at all, whatever the concern. */
    public static boolean may(Officer officer, Act act) {
        return switch (act) {
            case RAISE -> officer.is(Role.REFERRER) || officer.is(Role.OFFICER) || officer.is(Role.MANAGER);
            case SEE_STATUS -> !officer.is(Role.OPERATOR);
            case SEE_FACTS, TELL -> !officer.is(Role.OPERATOR) && !officer.is(Role.AUDITOR);
            case SEE_TIMELINE -> officer.is(Role.OFFICER) || officer.is(Role.MANAGER) || officer.is(Role.AUDITOR);
            case TRIAGE, SEE_QUEUE -> officer.is(Role.OFFICER) || officer.is(Role.MANAGER);
            case SEE_READINGS -> officer.is(Role.MANAGER) || officer.is(Role.AUDITOR);
            case MANAGE -> officer.is(Role.MANAGER);
            case OPERATE -> officer.is(Role.OPERATOR);
        };
    }

    /** Whether somebody may do this with this concern. */
    public static boolean may(Officer officer, Act act, Ground ground) {
        return may(officer, act)
                && switch (officer.role()) {
                    case REFERRER -> ground.agency().equals(officer.agency());
                    case OFFICER, MANAGER -> sharesHub(officer, ground.hubs());
                    case AUDITOR -> true;
                    case OPERATOR -> false;
                };
    }

    public static boolean sharesHub(Officer officer, Collection<String> hubs) {
        return hubs.stream().anyMatch(officer.hubs()::contains);
    }
}
