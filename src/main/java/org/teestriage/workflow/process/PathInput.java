package org.teestriage.workflow.process;

import java.util.List;
import java.util.Set;
import org.teestriage.decision.Route;

/** Transient input for the engine when it moves a token: open branches, and the items of multi-instance steps. */
public record PathInput(
        Set<Route> routes, List<String> parts, List<String> unclearParts, EarlierReports earlierReports) {

    /** For paths of release 1, whose main flow opens the reports: which are due, and the items of the repeated ones. */
    public record EarlierReports(
            boolean police,
            boolean ceop,
            List<String> referredChildren,
            List<String> accounts,
            List<String> workplaces) {

        public static final EarlierReports NONE = new EarlierReports(false, false, List.of(), List.of(), List.of());

        public EarlierReports {
            referredChildren = List.copyOf(referredChildren);
            accounts = List.copyOf(accounts);
            workplaces = List.copyOf(workplaces);
        }
    }

    public PathInput {
        routes = Set.copyOf(routes);
        parts = List.copyOf(parts);
        unclearParts = List.copyOf(unclearParts);
    }
}
