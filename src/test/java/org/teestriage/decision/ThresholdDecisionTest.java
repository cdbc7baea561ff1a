package org.teestriage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.decision.ThresholdDecision.ForChild;
import org.teestriage.decision.Verdict.Refusal;
import org.teestriage.decision.Verdict.Ruling;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

class ThresholdDecisionTest {

    private static final Ruling MADE = Ruling.of("The threshold decision was made.");
    private static final Ruling MADE_WITH_STRATEGY = Ruling.of("The threshold decision was made.", Route.STRATEGY_DUE);
    private static final String NOTHING_GOES = "nothing goes to children's social care";
    private static final String NO_NEW_ASSESSMENT = "no new assessment begins here";
    private static final Ruling TO_SECOND_READING = toSecondReading(NOTHING_GOES);

    private static Ruling toSecondReading(String because) {
        return Ruling.of(
                "The threshold decision was made and goes to a second decision: %s.".formatted(because),
                Route.SECOND_READING);
    }

    static ThresholdDecision giving(Outcome... outcomes) {
        return new ThresholdDecision(List.of(child(1, outcomes)), true, null);
    }

    private static ForChild child(int number, Outcome... outcomes) {
        return new ForChild(number, Set.of(outcomes), "Because of the account.", null, null, null);
    }

    private static ThresholdDecision of(ForChild... children) {
        return new ThresholdDecision(List.of(children), true, null);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SECTION_47")
    void section17NeedsNoSecondReadingWhateverElseIsDecided(Outcome outcome) {
        Situation situation = Situations.about(FactsYaml.facts("suspects: [{worksWithChildren: YES}]"));
        assertThat(of(new ForChild(1, EnumSet.of(Outcome.SECTION_17, outcome), "An assessment.", null, null, null))
                        .ruleOn(situation))
                .isEqualTo(MADE);
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_AUTHORITY", "OPEN_CASE"})
    void whatOnlyAnotherTeamHearsOfNeedsASecondReading(Outcome outcome) {
        assertThat(giving(outcome).ruleOn(Situations.today())).isEqualTo(toSecondReading(NO_NEW_ASSESSMENT));
        assertThat(giving(outcome).referred()).containsExactly(1);
        assertThat(giving(outcome, Outcome.ADVICE).ruleOn(Situations.today()))
                .isEqualTo(toSecondReading(NO_NEW_ASSESSMENT + "; " + NOTHING_GOES));
        assertThat(giving(outcome, Outcome.SECTION_47).ruleOn(Situations.today()))
                .isEqualTo(MADE_WITH_STRATEGY);
    }

    @Test
    void everyReasonIsNamedOnce() {
        assertThat(of(child(1, Outcome.ADVICE), child(2, Outcome.OPEN_CASE), child(3, Outcome.VEMT))
                        .ruleOn(Situations.aboutChildren(1, 2, 3)))
                .isEqualTo(toSecondReading(NOTHING_GOES + "; " + NO_NEW_ASSESSMENT));
    }

    @Test
    void whatBecomesOfTheContactPlanIsSaidWhereTheCareOfAChildIsOnRecord() {
        Situation situation = Situations.about(
                FactsYaml.facts("children: [{name: Jo, lookedAfter: YES, care: {orderBreached: YES}}]"));
        assertThat(giving(Outcome.SECTION_17).ruleOn(situation))
                .isEqualTo(new Verdict.Refusal("Child 1 is looked after. Say what becomes of the contact plan."));
        assertThat(of(new ForChild(
                                1,
                                Set.of(Outcome.SECTION_17),
                                "An assessment.",
                                null,
                                null,
                                new ThresholdDecision.ContactPlan(
                                        ThresholdDecision.Contact.STOPS_FOR_NOW, "Agreed with the placing authority.")))
                        .ruleOn(situation))
                .isEqualTo(MADE);
    }

    @Test
    void section47OpensTheStrategyDiscussion() {
        assertThat(giving(Outcome.SECTION_47, Outcome.VEMT).ruleOn(Situations.today()))
                .isEqualTo(MADE_WITH_STRATEGY);
    }

    @Test
    void noFurtherActionNeedsASecondReading() {
        assertThat(giving(Outcome.NO_FURTHER_ACTION).ruleOn(Situations.today())).isEqualTo(TO_SECOND_READING);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADVICE", "EARLY_HELP", "VEMT"})
    void aStepDownNeedsASecondReading(Outcome outcome) {
        assertThat(giving(outcome).ruleOn(Situations.today())).isEqualTo(TO_SECOND_READING);
    }

    @Test
    void aStepDownOfOneChildDelaysTheStrategyDiscussionUntilTheSecondReading() {
        assertThat(of(child(1, Outcome.SECTION_47), child(2, Outcome.ADVICE)).ruleOn(Situations.aboutChildren(1, 2)))
                .isEqualTo(TO_SECOND_READING);
    }

    @Test
    void oneChildInSection47IsEnoughForAStrategyDiscussion() {
        assertThat(of(child(1, Outcome.SECTION_17), child(2, Outcome.SECTION_47))
                        .ruleOn(Situations.aboutChildren(1, 2)))
                .isEqualTo(MADE_WITH_STRATEGY);
    }

    @Test
    void clearingTheComplexFlagNeedsASecondReading() {
        ThresholdDecision clearing = new ThresholdDecision(
                List.of(child(1, Outcome.SECTION_17)), false, "Two pupils of one class, no adult.");
        assertThat(clearing.ruleOn(Situations.today()))
                .isEqualTo(toSecondReading("it is no longer treated as complex abuse"));
        assertThat(clearing.ruleOn(Situations.notComplex())).isEqualTo(MADE);
    }

    @Test
    void settingTheComplexFlagNeedsNoSecondReading() {
        assertThat(giving(Outcome.SECTION_17).ruleOn(Situations.notComplex())).isEqualTo(MADE);
    }

    @Test
    void aChildDecidedTwiceIsRefused() {
        assertThat(of(child(1, Outcome.SECTION_17), child(1, Outcome.ADVICE)).ruleOn(Situations.today()))
                .isEqualTo(new Refusal("A child is decided twice. Give each child its outcomes once."));
    }

    @Test
    void aMissingChildOrOneOfAnotherPartIsRefusedWithTheExpectedNumbers() {
        Refusal refusal =
                new Refusal("This decision is about child 1, 3; give each of them its outcomes, and no other child.");
        Situation situation = Situations.aboutChildren(3, 1);
        assertThat(of(child(1, Outcome.SECTION_17)).ruleOn(situation)).isEqualTo(refusal);
        assertThat(of(child(1, Outcome.SECTION_17), child(2, Outcome.SECTION_17))
                        .ruleOn(situation))
                .isEqualTo(refusal);
        assertThat(of(child(3, Outcome.SECTION_17), child(1, Outcome.SECTION_17))
                        .ruleOn(situation))
                .isEqualTo(MADE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspects: []", "suspects: [{worksWithChildren: NOT_KNOWN}, {worksWithChildren: NO}]"})
    void ladoIsRefusedUnlessASuspectIsKnownToWorkWithChildren(String suspects) {
        assertThat(giving(Outcome.SECTION_47, Outcome.LADO).ruleOn(Situations.about(FactsYaml.facts(suspects))))
                .isEqualTo(new Refusal(
                        "LADO is an outcome only where a person of concern is known to work with children. Add that"
                                + " as further information first, or choose another outcome."));
    }

    @Test
    void ladoIsAcceptedIfASuspectIsKnownToWorkWithChildren() {
        Situation situation = Situations.about(FactsYaml.facts("suspects: [{}, {worksWithChildren: YES}]"));
        assertThat(giving(Outcome.SECTION_47, Outcome.LADO).ruleOn(situation)).isEqualTo(MADE_WITH_STRATEGY);
        assertThat(giving(Outcome.LADO).ruleOn(situation)).isEqualTo(TO_SECOND_READING);
    }

    @Test
    void referredChildrenAreListedInOrder() {
        assertThat(of(
                                child(3, Outcome.OPEN_CASE),
                                child(2, Outcome.EARLY_HELP),
                                child(1, Outcome.VEMT, Outcome.SECTION_17))
                        .referred())
                .containsExactly(1, 3);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SECTION_17", "SECTION_47", "OTHER_AUTHORITY", "OPEN_CASE"})
    void otherOutcomesReferNoChild(Outcome outcome) {
        assertThat(giving(outcome).referred()).isEmpty();
    }

    @Test
    void clearingTheComplexFlagNeedsAReason() {
        String sentence =
                "whyNotComplex: say why this is not complex abuse: online abuse is complex until shown otherwise";
        String children = "children: [{child: 1, outcomes: [SECTION_17], rationale: An assessment}]\n";
        assertThat(ConstraintViolations.in(FactsYaml.as(ThresholdDecision.class, children + "complexAbuse: false")))
                .containsExactly(sentence);
        assertThat(ConstraintViolations.in(
                        FactsYaml.as(ThresholdDecision.class, children + "complexAbuse: false\nwhyNotComplex: ' '")))
                .containsExactly(sentence);
        assertThat(ConstraintViolations.in(FactsYaml.as(
                        ThresholdDecision.class, children + "complexAbuse: false\nwhyNotComplex: A quarrel, ended")))
                .isEmpty();
        assertThat(ConstraintViolations.in(FactsYaml.as(ThresholdDecision.class, children + "complexAbuse: true")))
                .isEmpty();
    }

    @Test
    void noFurtherActionExcludesOtherOutcomesOfTheSameChild() {
        assertThat(ConstraintViolations.in(giving(Outcome.NO_FURTHER_ACTION, Outcome.ADVICE)))
                .containsExactly("children: no further action excludes every other outcome of the same child");
        assertThat(ConstraintViolations.in(giving(Outcome.NO_FURTHER_ACTION))).isEmpty();
        assertThat(ConstraintViolations.in(giving(Outcome.EARLY_HELP, Outcome.ADVICE)))
                .isEmpty();
        assertThat(ConstraintViolations.in(
                        of(child(1, Outcome.ADVICE, Outcome.VEMT), child(2, Outcome.NO_FURTHER_ACTION))))
                .isEmpty();
    }

    @Test
    void policeIntelligenceIsTheOnlyOutcomeOfAChildWhoIsNotIdentified() {
        ThresholdDecision decision = giving(Outcome.POLICE_INTELLIGENCE);
        assertThat(decision.referred()).isEmpty();
        assertThat(decision.ruleOn(Situations.about(FactsYaml.facts("children: [{unknown: true, estimatedAge: 12}]"))))
                .isEqualTo(TO_SECOND_READING);
        assertThat(decision.ruleOn(Situations.about(FactsYaml.facts("children: [{name: Jo}]"))))
                .isEqualTo(
                        new Refusal("Police intelligence is an outcome only where a child is not identified. Of child 1"
                                + " a name or a place is known: choose another outcome."));
        assertThat(ConstraintViolations.in(giving(Outcome.POLICE_INTELLIGENCE, Outcome.VEMT)))
                .containsExactly("children: police intelligence excludes every other outcome of the same child");
    }

    @Test
    void missingFieldsAreNamedByTheirPath() {
        assertThat(ConstraintViolations.placesIn(FactsYaml.as(ThresholdDecision.class, "{}")))
                .containsExactly("children", "complexAbuse");
        assertThat(ConstraintViolations.placesIn(
                        FactsYaml.as(ThresholdDecision.class, "children: [{}, null]\ncomplexAbuse: true")))
                .containsExactly(
                        "children[0].child",
                        "children[0].outcomes",
                        "children[0].rationale",
                        "children[1].<list element>");
    }
}
