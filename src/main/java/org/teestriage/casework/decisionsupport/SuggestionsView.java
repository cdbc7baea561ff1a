package org.teestriage.casework.decisionsupport;

import java.util.List;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Outcome;

/**
 * Suggestions of the decision tables, each with the fact and the source of its rule. A suggestion only ever adds
 * protection, and nothing is preselected.
 */
public record SuggestionsView(Reference reference, List<SuggestedOutcome> outcomes, List<SuggestedReport> reports) {

    /** {@code child} is a number, from 1. */
    public record SuggestedOutcome(int child, Outcome outcome, String because, String source) {}

    /** {@code report} is {@code police}, {@code ceop}, {@code platform} or {@code lado}. */
    public record SuggestedReport(String report, String because, String source) {}
}
