package org.teestriage.decision.route;

import java.util.Arrays;
import java.util.List;

/** A place to which a person turns outside the service. The service sends nothing there; it keeps what was done. */
public enum RouteKind {
    VEMT("VEMT Practitioner Group", RouteAbout.CHILD),
    NATIONAL_REFERRAL_MECHANISM("National Referral Mechanism", RouteAbout.CHILD),
    PREVENT("Prevent referral", RouteAbout.CHILD, RouteAbout.SUSPECT),
    INTERNET_WATCH_FOUNDATION("Internet Watch Foundation", RouteAbout.CONCERN, RouteAbout.ACCOUNT),
    REPORT_REMOVE("Report Remove, by the child", RouteAbout.CHILD),
    TAKE_IT_DOWN("Take It Down, by the child", RouteAbout.CHILD),
    ONLINE_SAFETY_HELPLINE("Professionals Online Safety Helpline", RouteAbout.CONCERN, RouteAbout.ACCOUNT),
    POLICE_CHECK("Police check", RouteAbout.SUSPECT, RouteAbout.PERSON),
    DISCLOSURE_SCHEME("Child sex offender disclosure scheme", RouteAbout.SUSPECT, RouteAbout.PERSON),
    PROBATION("Probation", RouteAbout.SUSPECT, RouteAbout.PERSON),
    HEALTH_CRISIS("Health or CAMHS crisis response", RouteAbout.CHILD),
    EARLY_HELP("Early Help / Family Help", RouteAbout.CHILD);

    private final String title;
    private final List<RouteAbout> about;

    RouteKind(String title, RouteAbout... about) {
        this.title = title;
        this.about = Arrays.asList(about);
    }

    public String title() {
        return title;
    }

    public boolean canBeAbout(RouteAbout what) {
        return about.contains(what);
    }
}
