package org.teestriage.decision.route;

/** What became of a route. */
public enum RouteResult {
    DONE,
    NOT_NEEDED
}
