package org.teestriage.decision.route;

public enum RouteResult {
    DONE,
    NOT_NEEDED
}
