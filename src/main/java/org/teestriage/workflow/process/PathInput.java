package org.teestriage.workflow.process;

import java.util.List;
import java.util.Set;
import org.teestriage.decision.Route;

/** Transient input for the engine when it moves a token: open branches, and the items of multi-instance steps. */
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
