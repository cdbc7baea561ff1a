package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Whether CEOP is told. Not always wanted: CEOP itself says so to those who already told the police or social care. */
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
