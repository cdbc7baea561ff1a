package org.teestriage.casework.path;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.teestriage.concern.Concern;
import org.teestriage.deadline.BusinessClock;
import org.teestriage.decision.PoliceReport;
import org.teestriage.decision.ThresholdDecision;
import org.teestriage.decision.signal.Signals;
import org.teestriage.directory.routing.Places;
import org.teestriage.workflow.process.DecisionTables;

@ApplicationScoped
class DueReports {

    private final DecisionTables tables;
    private final Places places;

    DueReports(DecisionTables tables, Places places) {
        this.tables = tables;
        this.places = places;
    }

    List<DueReport> of(Concern concern, List<ThresholdDecision> standing, Instant now) {
        return DueReport.of(concern.facts(), rules(concern), beside(concern, now), standing);
    }

    private List<DueReport.Rule> rules(Concern concern) {
        boolean lead = PoliceReport.mayBeLeftToTheSafeguardingLead(concern.facts(), concern.receivedOn());
        return tables.reportsDue(Signals.of(concern.facts(), concern.receivedOn())).stream()
                .map(due -> new DueReport.Rule(due.report(), due.reason(), tables.source(due)))
                .map(rule -> lead ? rule.leftToTheSafeguardingLead() : rule)
                .toList();
    }

    private DueReport.Beside beside(Concern concern, Instant now) {
        List<Places.Place> where = places.of(concern);
        return new DueReport.Beside(
                where.stream()
                        .filter(place -> place.now() != null)
                        .map(Places.Place::child)
                        .toList(),
                where.stream()
                        .filter(place -> place.placing() != null)
                        .map(Places.Place::child)
                        .toList(),
                places.forces(where, BusinessClock.dateOf(now)).keySet().stream()
                        .filter(item -> !item.isEmpty())
                        .toList());
    }
}
