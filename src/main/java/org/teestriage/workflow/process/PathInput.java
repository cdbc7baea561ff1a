package org.teestriage.workflow.process;

import java.util.List;
import java.util.Set;
import org.teestriage.decision.Route;

/** What the path needs to know to go on from here: the forks that are open, and the items that steps stand once for. */
public record PathInput(
        Set<Route> routes,
        List<String> parts,
        List<String> unclearParts,
        List<String> referredChildren,
        List<String> accounts,
        List<String> workplaces) {

    public PathInput {
        routes = Set.copyOf(routes);
        parts = List.copyOf(parts);
        unclearParts = List.copyOf(unclearParts);
        referredChildren = List.copyOf(referredChildren);
        accounts = List.copyOf(accounts);
        workplaces = List.copyOf(workplaces);
    }
}
