package org.teestriage.workflow.process;

import java.util.List;
import java.util.Set;
import org.teestriage.decision.Route;

/** Transient input for the engine when it moves a token: open branches, and what paths of earlier models need beside. */
public record PathInput(Set<Route> routes, EarlierItems earlierItems) {

    /** For paths whose main flow opens the parts and reports: which are due, and the items of the repeated ones. */
    public record EarlierItems(
            List<String> parts,
            List<String> unclearParts,
            boolean police,
            boolean ceop,
            List<String> referredChildren,
            List<String> accounts,
            List<String> workplaces) {

        public EarlierItems {
            parts = List.copyOf(parts);
            unclearParts = List.copyOf(unclearParts);
            referredChildren = List.copyOf(referredChildren);
            accounts = List.copyOf(accounts);
            workplaces = List.copyOf(workplaces);
        }
    }

    public PathInput {
        routes = Set.copyOf(routes);
    }
}
