package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teestriage.decision.LadoEvaluation.Conclusion;
import org.teestriage.decision.LadoEvaluation.Criterion;
import org.teestriage.platform.validation.SelfValidating.Flaw;
import org.teestriage.testing.client.FactsYaml;

class LadoEvaluationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 22);

    private static LadoEvaluation evaluation(
            Conclusion finding, LocalDate decidedOn, @Nullable String by, @Nullable LocalDate until) {
        return new LadoEvaluation(
                finding, decidedOn, "Lee Sample", Set.of(), "No investigation.", by, until, "No evidence was found.");
    }

    private static Verdict rule(LadoEvaluation decision) {
        return decision.ruleOn(new Situation(
                FactsYaml.facts("{}"),
                false,
                "1",
                List.of(),
                "officer",
                Instant.parse("2026-09-22T08:00:00Z"),
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Situation.Partners.SETTLED,
                TODAY,
                Situation.Safeguarding.NONE));
    }

    private static List<String> flaws(LadoEvaluation decision) {
        return decision.flaws().map(Flaw::field).toList();
    }

    @ParameterizedTest
    @EnumSource(value = Conclusion.class, mode = EnumSource.Mode.EXCLUDE, names = "CONTINUES")
    void anOutcomeSettlesItForGood(Conclusion finding) {
        LadoEvaluation ended = evaluation(finding, TODAY, null, null);
        assertThat(flaws(ended)).isEmpty();
        assertThat(rule(ended)).isInstanceOf(Verdict.Ruling.class);
        assertThat(ended.settlement()).contains(Decision.Settlement.DONE);
        assertThat(flaws(evaluation(finding, TODAY, "Sam Officer", TODAY.plusDays(7))))
                .containsExactly("followUpOn");
    }

    @Test
    void whatContinuesHasAPersonAndADayOnWhichItIsDueAgain() {
        LadoEvaluation continues = evaluation(Conclusion.CONTINUES, TODAY, "Sam Officer", TODAY.plusDays(7));
        assertThat(flaws(continues)).isEmpty();
        assertThat(((Verdict.Ruling) rule(continues)).sentence())
                .isEqualTo("The evaluation continues with the LADO. It comes back on Tue 29 Sept 2026.");
        assertThat(continues.settlement().orElseThrow().dueAgainOn()).isEqualTo(TODAY.plusDays(7));
        assertThat(flaws(evaluation(Conclusion.CONTINUES, TODAY, " ", null)))
                .containsExactly("followedUpBy", "followUpOn");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "28, true", "29, false"})
    void aFollowUpIsAfterTodayAndWithinTheConfiguredDays(int days, boolean accepted) {
        assertThat(
                        rule(evaluation(Conclusion.CONTINUES, TODAY, "Sam Officer", TODAY.plusDays(days)))
                                instanceof Verdict.Ruling)
                .isEqualTo(accepted);
    }

    @Test
    void theDayOfTheDecisionIsNotInTheFutureNorMoreThanAYearAgo() {
        assertThat(rule(evaluation(Conclusion.FALSE, TODAY.plusDays(1), null, null)))
                .isInstanceOf(Verdict.Refusal.class);
        assertThat(rule(evaluation(Conclusion.FALSE, TODAY.minusYears(1), null, null)))
                .isInstanceOf(Verdict.Ruling.class);
        assertThat(rule(evaluation(Conclusion.FALSE, TODAY.minusYears(1).minusDays(1), null, null)))
                .isInstanceOf(Verdict.Refusal.class);
    }

    @Test
    void noTestIsMetBelowTheThreshold() {
        LadoEvaluation contradictory = new LadoEvaluation(
                Conclusion.THRESHOLD_NOT_MET,
                TODAY,
                "Lee Sample",
                Set.of(Criterion.RISK_OF_HARM),
                "No investigation.",
                null,
                null,
                "It was no conduct towards a child.");
        assertThat(flaws(contradictory)).containsExactly("met");
    }
}
