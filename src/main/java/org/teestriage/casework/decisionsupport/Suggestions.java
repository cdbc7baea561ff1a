package org.teestriage.casework.decisionsupport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.teestriage.access.authorization.Redaction;
import org.teestriage.casework.decisionsupport.SuggestionsView.SuggestedOutcome;
import org.teestriage.casework.decisionsupport.SuggestionsView.SuggestedReport;
import org.teestriage.concern.Concern;
import org.teestriage.concern.Part;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.Step;
import org.teestriage.decision.signal.ChildSignals;
import org.teestriage.decision.signal.Signals;
import org.teestriage.workflow.process.DecisionTables;

@ApplicationScoped
class Suggestions {

    private static final Set<Step> REPORTS =
            EnumSet.of(Step.POLICE_REPORT, Step.CEOP_DECISION, Step.PLATFORM_DECISION, Step.LADO_REFERRAL);

    private final DecisionTables tables;

    Suggestions(DecisionTables tables) {
        this.tables = tables;
    }

    SuggestionsView of(Concern concern, Redaction redaction) {
        Facts facts = redaction.apply(concern.facts());
        return new SuggestionsView(concern.reference(), outcomes(concern, facts), reports(concern, facts));
    }

    /** Evaluates only the tables that the page of the step shows, because they dominate its response time. */
    SuggestionsView of(Concern concern, Redaction redaction, Step step) {
        Facts facts = redaction.apply(concern.facts());
        return new SuggestionsView(
                concern.reference(),
                step == Step.THRESHOLD_DECISION ? outcomes(concern, facts) : List.of(),
                REPORTS.contains(step) ? reports(concern, facts) : List.of());
    }

    private List<SuggestedOutcome> outcomes(Concern concern, Facts facts) {
        return IntStream.rangeClosed(1, facts.children().size())
                .boxed()
                .flatMap(child -> tables
                        .suggested(ChildSignals.of(
                                facts,
                                child,
                                concern.partOfChild(child).standing() == Part.Jurisdiction.OUTSIDE,
                                concern.receivedOn()))
                        .stream()
                        .map(each -> new SuggestedOutcome(child, each.outcome(), each.reason(), each.source())))
                .toList();
    }

    private List<SuggestedReport> reports(Concern concern, Facts facts) {
        return tables.reportsDue(Signals.of(facts, concern.receivedOn())).stream()
                .map(due -> new SuggestedReport(due.report(), due.reason(), tables.source(due)))
                .toList();
    }
}
