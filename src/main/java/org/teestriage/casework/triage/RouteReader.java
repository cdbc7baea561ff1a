package org.teestriage.casework.triage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teestriage.casework.triage.RouteLines.Given;
import org.teestriage.concern.Concern;
import org.teestriage.concern.FactsHistory;
import org.teestriage.concern.Notes;
import org.teestriage.deadline.DeadlineRules;
import org.teestriage.decision.Step;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.decision.route.RouteRules;
import org.teestriage.directory.Directory;
import org.teestriage.workflow.route.ReportingRoutes;
import org.teestriage.workflow.step.DecidedStep;
import org.teestriage.workflow.step.DecidedSteps;

@ApplicationScoped
class RouteReader {

    private final ReportingRoutes reportingRoutes;
    private final Notes notes;
    private final DecidedSteps decided;
    private final DeadlineRules deadlineRules;
    private final Directory directory;

    RouteReader(
            ReportingRoutes reportingRoutes,
            Notes notes,
            DecidedSteps decided,
            DeadlineRules deadlineRules,
            Directory directory) {
        this.reportingRoutes = reportingRoutes;
        this.notes = notes;
        this.decided = decided;
        this.deadlineRules = deadlineRules;
        this.directory = directory;
    }

    RouteLines of(Concern concern) {
        return new RouteLines(
                RouteRules.on(concern.receivedOn()),
                FactsHistory.of(concern, notes.of(concern.reference())),
                outcomes(concern),
                reportingRoutes.of(concern.reference()),
                deadlineRules.hubClock(
                        directory.hub(concern.leadingPart().hub()).hours()));
    }

    /** The latest outcomes of each child. */
    private Map<Integer, Given> outcomes(Concern concern) {
        List<DecidedStep> thresholds = decided.of(concern.reference()).stream()
                .filter(step -> step.step() == Step.THRESHOLD_DECISION)
                .sorted(Comparator.comparing(DecidedStep::decidedAt))
                .toList();
        Map<Integer, Given> outcomes = new HashMap<>();
        thresholds.forEach(step -> step.decision(ThresholdDecision.class)
                .children()
                .forEach(each -> outcomes.put(each.child(), new Given(each.outcomes(), step.decidedAt()))));
        return outcomes;
    }
}
