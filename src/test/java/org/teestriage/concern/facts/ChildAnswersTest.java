package org.teestriage.concern.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teestriage.testing.ConstraintViolations;
import org.teestriage.testing.client.FactsYaml;

/** What counts for a child, and what counts for the concern. */
class ChildAnswersTest {

    private static final List<Answer> LEAST_FIRST = List.of(Answer.NO, Answer.NOT_KNOWN, Answer.YES);

    private static Facts selfHarm(Answer concern, @Nullable Answer first, @Nullable Answer second) {
        return FactsYaml.facts("""
                urgency: {dangerNow: NO, selfHarmOrSuicide: %s, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO}
                children: [{name: Robin, answers: {selfHarmOrSuicide: %s}}, {name: Jo, answers: {selfHarmOrSuicide: %s}}]
                """.formatted(concern, first, second));
    }

    @ParameterizedTest
    @CsvSource({
        "NO,        YES,       NO,        YES",
        "YES,       NO,        NO,        YES",
        "NO,        NOT_KNOWN, NO,        NOT_KNOWN",
        "NOT_KNOWN, NO,        NO,        NOT_KNOWN",
        "NO,        NO,        NO,        NO",
        "NOT_KNOWN, YES,       NOT_KNOWN, YES"
    })
    void theMostProtectiveAnswerCountsForTheConcern(Answer concern, Answer first, Answer second, Answer counts) {
        Facts facts = selfHarm(concern, first, second);
        assertThat(facts.overallUrgency().selfHarmOrSuicide()).isEqualTo(counts);
        assertThat(facts.urgencyOf(1).selfHarmOrSuicide()).isEqualTo(first);
        assertThat(facts.urgencyOf(2).selfHarmOrSuicide()).isEqualTo(second);
    }

    @Test
    void anAnswerThatAChildLacksIsThatOfTheConcern() {
        Facts facts = selfHarm(Answer.NOT_KNOWN, null, Answer.NO);
        assertThat(facts.urgencyOf(1)).isEqualTo(facts.urgency());
        assertThat(facts.urgencyOf(2).dangerNow()).isEqualTo(Answer.NO);
    }

    @Test
    void noAnswerOfAChildLowersWhatCountsForTheConcern() {
        Random random = new Random(20_261_128);
        for (int i = 0; i < 500; i++) {
            String urgency = "urgency: {%s}".formatted(answers(random, false));
            List<String> children = new ArrayList<>();
            List<Urgency> steps = new ArrayList<>(List.of(
                    FactsYaml.facts(urgency + "\nchildren: [{name: Robin}]").overallUrgency()));
            for (int child = 0; child < 3; child++) {
                children.add("{name: C%d, answers: {%s}}".formatted(child, answers(random, true)));
                steps.add(FactsYaml.facts(urgency + "\nchildren: " + children).overallUrgency());
            }
            for (int step = 1; step < steps.size(); step++) {
                List<Answer> before = steps.get(step - 1).answers().toList();
                List<Answer> after = steps.get(step).answers().toList();
                for (int question = 0; question < before.size(); question++) {
                    assertThat(LEAST_FIRST.indexOf(after.get(question)))
                            .as("%s and %s", urgency, children)
                            .isGreaterThanOrEqualTo(LEAST_FIRST.indexOf(before.get(question)));
                }
            }
        }
    }

    private static String answers(Random random, boolean some) {
        List<String> answers = new ArrayList<>();
        for (String question :
                List.of("dangerNow", "selfHarmOrSuicide", "meetingArranged", "abuseLive", "childWithSuspect")) {
            if (!some || random.nextBoolean()) {
                answers.add(question + ": " + LEAST_FIRST.get(random.nextInt(3)));
            }
        }
        return String.join(", ", answers);
    }

    @ParameterizedTest
    @CsvSource({"NO, NO, true", "YES, NO, true", "NO, YES, false", "YES, YES, false"})
    void aYesForAChildIsNewDangerUnlessItWasSaidOfThisChildBefore(Answer concern, Answer before, boolean isNew) {
        assertThat(selfHarm(concern, Answer.YES, Answer.NO).saysNewDanger(selfHarm(concern, before, Answer.NO)))
                .isEqualTo(isNew);
    }

    @Test
    void eachConsentIsThatOfTheChildOrElseOfTheConcern() {
        Facts facts = FactsYaml.facts("""
                consents: {parentsInformed: {given: YES}, toSharing: {given: YES}}
                children: [{name: Robin, consents: {parentsInformed: {given: NO, missingBecause: PARENT_IS_SUSPECT}}}, {name: Jo}]
                """);
        Consents robin = Objects.requireNonNull(facts.consentsOf(1));
        assertThat(Stream.of(robin.parentsInformed(), robin.toSharing()).map(Consents.Consent::given))
                .containsExactly(Answer.NO, Answer.YES);
        assertThat(facts.consentsOf(2)).isEqualTo(facts.consents());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[1, 2]", "[]"})
    void statementsAndPeopleAreAboutChildrenOfTheConcern(String about) {
        assertThat(ConstraintViolations.placesIn(about(about))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[3]", "[1, 20]", "[0]"})
    void statementsAndPeopleAboutAnotherChildAreRefused(String about) {
        assertThat(ConstraintViolations.placesIn(about(about)))
                .allMatch(place -> place.startsWith("account[1].about") || place.startsWith("people[0].about"))
                .hasSize(2);
    }

    private static Facts about(String children) {
        return FactsYaml.facts("""
                children: [{name: Robin, school: Northfield School}, {name: Jo}]
                account: [{kind: FACT, text: Told}, {kind: FACT, text: Seen, about: %s}]
                people: [{role: SIBLING, name: Max, about: %s}]
                """.formatted(children, children));
    }

    @Test
    void everyQuestionOfAConcernIsAQuestionOfAChild() {
        assertThat(names(ChildAnswers.class)).isEqualTo(names(Urgency.class));
    }

    private static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }

    @Test
    void whatIsKnownOfSelfHarmIsNotToldOfAChildWithAnAnswerOfItsOwn() {
        Facts facts = FactsYaml.facts("""
                urgency: {dangerNow: NO, selfHarmOrSuicide: YES, meetingArranged: NO, abuseLive: NO, childWithSuspect: NO,
                  selfHarm: {plan: YES, withChildNow: the aunt}}
                children:
                  - {name: Robin}
                  - {name: Jo, answers: {selfHarmOrSuicide: NO}}
                  - {name: Sam, answers: {selfHarmOrSuicide: YES, selfHarm: {intent: NOT_KNOWN}}}
                """);
        assertThat(facts.urgencyOf(1).selfHarm()).isEqualTo(new SelfHarm(Answer.YES, null, null, "the aunt"));
        assertThat(facts.urgencyOf(2).selfHarm()).isNull();
        assertThat(facts.urgencyOf(3).selfHarm()).isEqualTo(new SelfHarm(null, null, Answer.NOT_KNOWN, null));
        assertThat(facts.overallUrgency().selfHarm())
                .isEqualTo(new SelfHarm(Answer.YES, null, Answer.NOT_KNOWN, "the aunt"));
    }

    @ParameterizedTest
    @CsvSource({"plan, YES, true", "intent, YES, true", "means, YES, false", "plan, NOT_KNOWN, false"})
    void aPlanOrAnIntentIsDangerWhateverWasAnsweredToTheQuestion(String detail, Answer answer, boolean danger) {
        String facts = """
                urgency: {dangerNow: NO, selfHarmOrSuicide: NOT_KNOWN, meetingArranged: NO, abuseLive: NO,
                  childWithSuspect: NO}
                children: [{name: Robin, answers: {selfHarm: {%s: %s}}}]
                """;
        Facts before = FactsYaml.facts(facts.formatted(detail, Answer.NO));
        Facts now = FactsYaml.facts(facts.formatted(detail, answer));
        assertThat(now.overallUrgency().saysDanger()).isEqualTo(danger);
        assertThat(now.saysNewDanger(before)).isEqualTo(danger);
    }
}
