package org.teestriage.access;

import java.util.Set;
import org.teestriage.decision.Step;

/**
 * What the Emergency Duty Team has to do with a concern now.
 *
 * @param steps open steps that are the team's while their hub is closed
 * @param workedFor hubs for which it worked on the concern, and still reads it
 */
public record DutyWork(Set<WaitsAt> steps, Set<String> workedFor) {

    public static final DutyWork NONE = new DutyWork(Set.of(), Set.of());

    public DutyWork {
        steps = Set.copyOf(steps);
        workedFor = Set.copyOf(workedFor);
    }

    public record WaitsAt(Step step, String hub) {}

    boolean isNone() {
        return steps.isEmpty() && workedFor.isEmpty();
    }

    boolean has(Step step, String hub) {
        return steps.contains(new WaitsAt(step, hub));
    }

    boolean isFor(String hub) {
        return workedFor.contains(hub)
                || steps.stream().anyMatch(each -> each.hub().equals(hub));
    }
}
