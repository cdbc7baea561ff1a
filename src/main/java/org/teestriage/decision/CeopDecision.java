package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Not every concern needs a CEOP report: CEOP asks people who have already told the police or social care not to
 * report.
 */
public record CeopDecision(@NotNull @Valid Report report) implements Decision {

    @Override
    public Step step() {
        return Step.CEOP_DECISION;
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return report.ruled("CEOP", situation);
    }
}
