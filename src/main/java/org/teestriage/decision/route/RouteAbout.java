package org.teestriage.decision.route;

/** What an act on a reporting route is about. All but the concern are numbered from 1. */
public enum RouteAbout {
    CONCERN,
    CHILD,
    SUSPECT,
    /** One of the other people around the children. */
    PERSON,
    ACCOUNT
}
