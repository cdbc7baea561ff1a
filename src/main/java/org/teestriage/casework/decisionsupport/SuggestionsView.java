package org.teestriage.casework.decisionsupport;

import java.util.List;
import org.teestriage.concern.Reference;
import org.teestriage.decision.Outcome;

/**
 * What the facts of a concern suggest, each with the fact and where its rule comes from. The tables only ever suggest more
 * protection; a person decides, and nothing is chosen for them.
 */
public record SuggestionsView(Reference reference, List<SuggestedOutcome> outcomes, List<SuggestedReport> reports) {

    /** An outcome for a child, by number. */
    public record SuggestedOutcome(int child, Outcome outcome, String because, String source) {}

    /** A report: {@code police}, {@code ceop}, {@code platform} or {@code lado}. */
    public record SuggestedReport(String report, String because, String source) {}
}
