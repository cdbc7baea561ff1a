package org.teestriage.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.stream.Stream;
import org.teestriage.platform.validation.SelfValidating;

/**
 * Not every concern needs a CEOP report: CEOP asks people who have already told the police or social care not to
 * report.
 */
public record CeopDecision(@NotNull @Valid Report report) implements Decision, SelfValidating {

    @Override
    public Step step() {
        return Step.CEOP_DECISION;
    }

    @Override
    public Stream<Flaw> flaws() {
        return Report.notAboutAnAccount(report);
    }

    @Override
    public Optional<Settlement> settlement() {
        return report.settlement();
    }

    @Override
    public Verdict ruleOn(Situation situation) {
        return report.ruled("CEOP", situation);
    }
}
