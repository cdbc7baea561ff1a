package org.teestriage.decision.route;

import java.util.Set;

/** A place to which a person turns outside the service. The service sends nothing there; it keeps what was done. */
public enum RouteKind {
    VEMT("VEMT Practitioner Group"),
    NATIONAL_REFERRAL_MECHANISM("National Referral Mechanism"),
    PREVENT("Prevent referral"),
    INTERNET_WATCH_FOUNDATION("Internet Watch Foundation"),
    REPORT_REMOVE("Report Remove, by the child"),
    TAKE_IT_DOWN("Take It Down, by the child"),
    ONLINE_SAFETY_HELPLINE("Professionals Online Safety Helpline"),
    POLICE_CHECK("Police check"),
    DISCLOSURE_SCHEME("Child sex offender disclosure scheme"),
    PROBATION("Probation"),
    HEALTH_CRISIS("Health or CAMHS crisis response"),
    EARLY_HELP("Early Help / Family Help");

    private final String title;

    RouteKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean canBeAbout(RouteAbout what) {
        return about().contains(what);
    }

    private Set<RouteAbout> about() {
        return switch (this) {
            case VEMT, NATIONAL_REFERRAL_MECHANISM, REPORT_REMOVE, TAKE_IT_DOWN, HEALTH_CRISIS, EARLY_HELP ->
                Set.of(RouteAbout.CHILD);
            case PREVENT -> Set.of(RouteAbout.CHILD, RouteAbout.SUSPECT);
            case INTERNET_WATCH_FOUNDATION, ONLINE_SAFETY_HELPLINE -> Set.of(RouteAbout.CONCERN, RouteAbout.ACCOUNT);
            case POLICE_CHECK, DISCLOSURE_SCHEME, PROBATION -> Set.of(RouteAbout.SUSPECT, RouteAbout.PERSON);
        };
    }
}
