package org.teestriage.workflow.process;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teestriage.concern.Priority;
import org.teestriage.concern.facts.Facts;
import org.teestriage.decision.signal.ChildSignals;
import org.teestriage.decision.signal.Signals;
import org.teestriage.testing.client.FactsYaml;

/** The three shipped decision tables, evaluated by the DMN engine. */
class DecisionTablesTest {

    private static final Table PRIORITY = new Table("priority");
    private static final Table REPORTS = new Table("reports-due");
    private static final Table OUTCOMES = new Table("outcomes-suggested");

    private static final List<Object> ANSWERS = List.of("no", "not-known", "yes");
    private static final List<Object> FACT = List.of(false, true);

    /** From calm to worrying: this fact takes reports away, and is true only where all kinds of harm are bullying. */
    private static final List<Object> CALMING_FACT = List.of(true, false);

    private static final int SITUATIONS = 40;

    // All tables

    @Test
    void theInputsOfTheTablesAreExactlyTheSignals() {
        Set<String> inputs = Stream.of(PRIORITY, REPORTS)
                .flatMap(table -> table.inputs().stream())
                .collect(toSet());
        assertThat(inputs)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Signals.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void everyRowHasASourceAndAUniqueReason() {
        for (Table table : List.of(PRIORITY, REPORTS, OUTCOMES)) {
            assertThat(table.rules())
                    .allSatisfy(rule ->
                            assertThat(rule.getDescription().getTextContent()).isNotBlank());
            assertThat(table.reasons()).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyRowSelectsTheMildestSituationThatItDescribes() {
        for (Table table : List.of(PRIORITY, REPORTS, OUTCOMES)) {
            assertThat(table.rules()).allSatisfy(rule -> assertThat(table.decide(table.mildest(rule)))
                    .extracting(Row::reason)
                    .contains(table.reason(rule)));
        }
    }

    /** Extends the tests of single situations to all: no row tests for a reassuring value. */
    @Test
    void rowsTestOnlyWorryingValues() {
        assertThat(Stream.of(PRIORITY, OUTCOMES)
                        .flatMap(table -> table.rules().stream())
                        .flatMap(DecisionTablesTest::conditions))
                .isSubsetOf("", "\"yes\"", "not(\"no\")", "not(\"yes\", \"no\")", "true");
        assertThat(REPORTS.rules().stream().flatMap(DecisionTablesTest::conditions))
                .isSubsetOf("", "\"yes\"", "not(\"no\")", "not(\"yes\", \"no\")", "true", "false");
    }

    @Test
    void aWorseAnswerNeverLowersThePriorityAndNeverTakesAReportOrSuggestionAway() {
        assertThat(Stream.of(PRIORITY, REPORTS, OUTCOMES).flatMap(table -> table.lowered(table::outcome)))
                .isEmpty();
        assertThat(REPORTS.lowered(situation -> "yes".equals(situation.get("sexual")) ? Set.of() : Set.of("police")))
                .as("a table that lets go is found")
                .isNotEmpty();
    }

    @Test
    void anUnknownAnswerCountsAsDangerInReportsAndSuggestions() {
        for (Table table : List.of(REPORTS, OUTCOMES)) {
            for (String question : table.questions()) {
                for (Map<String, Object> situation : table.situations()) {
                    Set<String> known = table.outcome(union(situation, Map.of(question, "yes")));
                    Set<String> unknown = table.outcome(union(situation, Map.of(question, "not-known")));
                    if (question.equals("imagesWithAdult")) {
                        known.remove("ceop");
                        unknown.remove("ceop");
                    }
                    assertThat(unknown).as("%s in %s", question, situation).isEqualTo(known);
                }
            }
        }
    }

    // Priority

    @Test
    void everySituationHasOnePriority() {
        assertThat(PRIORITY.situations())
                .allSatisfy(situation -> assertThat(PRIORITY.decide(situation)).hasSize(1));
    }

    @Test
    void rowsOfThePriorityTableAreOrderedFromRedToGreenAndEndWithADefault() {
        assertThat(PRIORITY.table.getHitPolicy()).isEqualTo(HitPolicy.FIRST);
        assertThat(PRIORITY.outputs("priority").map(DecisionTablesTest::priority))
                .isSorted();
        List<Rule> rules = PRIORITY.rules();
        assertThat(conditions(rules.get(rules.size() - 1))).containsOnly("");
    }

    @Test
    void aYesToAnyUrgencyQuestionIsRed() {
        assertThat(URGENCY).allSatisfy(question -> assertThat(priority(Map.of(question, "yes")))
                .isEqualTo(Priority.RED));
    }

    @Test
    void anUnansweredUrgencyQuestionIsAmber() {
        assertThat(URGENCY).allSatisfy(question -> {
            assertThat(priority(Map.of(question, "not-known"))).isEqualTo(Priority.AMBER);
            assertThat(priority(Map.of(question, "misspelt"))).isEqualTo(Priority.AMBER);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sexual=yes coercion                                                  | RED",
                "sexual=not-known coercion                                            | RED",
                "coercion                                                             | AMBER",
                "crimeSuspected                                                       | AMBER",
                "selfHarmCoerced                                                      | RED",
                "riskyAdult                                                           | RED",
                "suspectWorksWithChildren                                             | AMBER",
                "unborn                                                               | AMBER",
                "imagesExist=yes imagesOfUnder13=yes                                  | RED",
                "imagesExist=yes imagesOfUnder13=not-known                            | RED",
                "imagesExist=not-known imagesOfUnder13=not-known                      | AMBER",
                "imagesExist=yes imagesWithAdult=yes                                  | RED",
                "imagesExist=yes imagesWithAdult=not-known                            | AMBER",
                "imagesExist=yes                                                      | GREEN",
                "sexual=yes missing=yes                                               | RED",
                "sexual=not-known missing=yes                                         | RED",
                "missing=yes                                                          | AMBER",
                "missing=not-known                                                    | AMBER",
                "sexual=yes adultSuspect=yes contactContinuing=yes                    | RED",
                "sexual=not-known adultSuspect=not-known contactContinuing=not-known  | RED",
                "sexual=yes adultSuspect=no contactContinuing=yes                     | AMBER",
                "sexual=yes adultSuspect=yes contactContinuing=no                     | AMBER",
                "sexual=not-known                                                     | AMBER",
                "adultSuspect=not-known contactContinuing=not-known                   | AMBER",
                "lookedAfter=not-known contactContinuing=not-known                    | AMBER",
                "lookedAfter=yes                                                      | GREEN",
                "adultSuspect=yes                                                     | GREEN",
                "contactContinuing=yes                                                | GREEN",
                "''                                                                   | GREEN"
            })
    void signalsTogetherDecideThePriority(String signals, Priority expected) {
        assertThat(priority(parsed(signals))).isEqualTo(expected);
    }

    // Reports

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sexual=yes                                         | police",
                "sexual=yes strangerAlleged=yes                     | ceop police",
                "sexual=not-known strangerAlleged=not-known         | ceop police",
                "strangerAlleged=yes                                | ''",
                "coercion                                           | police",
                "coercion imagesExist=not-known                     | ceop police",
                "selfHarmCoerced                                    | police",
                "crimeSuspected                                     | police",
                "riskyAdult                                         | police",
                "groupOrManyChildren                                | police",
                "adultsGroomed                                      | police",
                "trafficked                                         | police",
                "imagesExist=yes adultSuspect=not-known             | police",
                "imagesExist=not-known adultSuspect=yes             | police",
                "imagesExist=yes                                    | ''",
                "adultSuspect=yes                                   | ''",
                "imagesOfUnder13=not-known                          | police",
                "imagesWithAdult=yes                                | ceop police",
                "imagesWithAdult=not-known                          | police",
                "suspectWorksWithChildren                           | lado police",
                "accountKnown                                       | platform",
                "accountKnown bullyingOnly                          | platform",
                "coercion imagesExist=yes bullyingOnly              | police",
                "''                                                 | ''"
            })
    void reportsAreDueForTheirOwnSignals(String signals, String due) {
        assertThat(REPORTS.outcome(union(REPORTS.calm(), parsed(signals))))
                .containsExactlyInAnyOrder(due.isEmpty() ? new String[0] : due.split(" ", -1));
    }

    /** The case of a child of twelve who gets pictures from an adult, told without a kind of harm. */
    @Test
    void aConcernWithoutAKindOfHarmIsReportedToThePoliceAndToCeop() {
        Facts facts = FactsYaml.facts("""
                children: [{name: Robin Sample, estimatedAge: 12}]
                suspects: []
                account: [{kind: CHILDS_WORDS, text: He sends me pictures of himself and asks for mine.}]
                """);
        Signals signals = Signals.of(facts, LocalDate.of(2026, 9, 22));
        assertThat(REPORTS.outcome(inputs(signals))).containsExactlyInAnyOrder("police", "ceop");
        assertThat(PRIORITY.decide(inputs(signals)).get(0).priority()).isEqualTo(Priority.RED);
        assertThat(OUTCOMES.outcome(inputs(ChildSignals.of(facts, 1, false, LocalDate.of(2026, 9, 22)))))
                .contains("SECTION_47");
    }

    // Outcomes

    @Test
    void theInputsOfTheOutcomesTableAreExactlyTheSignalsOfAChild() {
        assertThat(OUTCOMES.inputs())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ChildSignals.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dangerNow=yes                          | SECTION_47",
                "dangerNow=not-known                    | SECTION_47",
                "meetingArranged=not-known              | SECTION_47",
                "abuseLive=not-known                    | SECTION_47",
                "withSuspect=not-known                  | SECTION_47",
                "coercion                               | SECTION_47",
                "selfHarmCoerced                        | SECTION_47",
                "imagesWithAdult=not-known              | SECTION_47",
                "sexual=not-known adultSuspect=yes      | SECTION_47",
                "sexual=yes adultSuspect=not-known      | SECTION_47",
                "riskyAdult                             | SECTION_47",
                "groupOrManyChildren                    | SECTION_47",
                "selfHarm=not-known                     | SECTION_17",
                "suspectWorksWithChildren               | LADO",
                "exploitation                           | VEMT",
                "trafficked                             | SECTION_47 VEMT",
                "missing=not-known                      | VEMT",
                "outsideTees                            | OTHER_AUTHORITY",
                "workerAllocated                        | OPEN_CASE",
                "allegedToHaveHarmed                    | SECTION_17",
                "unidentified                           | POLICE_INTELLIGENCE",
                "sexual=yes                             | ''",
                "adultSuspect=yes                       | ''",
                "''                                     | ''"
            })
    void eachOutcomeIsSuggestedByItsOwnSignals(String signals, String outcome) {
        assertThat(OUTCOMES.outcome(union(OUTCOMES.calm(), parsed(signals))))
                .containsExactlyInAnyOrder(outcome.isEmpty() ? new String[0] : outcome.split(" ", -1));
    }

    @Test
    void noStepDownIsSuggested() {
        assertThat(OUTCOMES.outputs("outcome")).doesNotContain("NO_FURTHER_ACTION", "ADVICE", "EARLY_HELP");
    }

    // Situations

    private static final List<String> URGENCY =
            List.of("dangerNow", "selfHarm", "meetingArranged", "abuseLive", "withSuspect");

    private static Priority priority(Map<String, Object> signals) {
        return PRIORITY.decide(union(PRIORITY.calm(), signals)).get(0).priority();
    }

    private static Priority priority(String word) {
        return Priority.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Stream<String> conditions(Rule rule) {
        return rule.getInputEntries().stream().map(ModelElementInstance::getTextContent);
    }

    /** Reads signals such as {@code sexual=yes coercion}. */
    private static Map<String, Object> parsed(String signals) {
        Map<String, Object> parsed = new HashMap<>();
        for (String signal : signals.split(" ", -1)) {
            String[] parts = signal.split("=", -1);
            if (!signal.isEmpty()) {
                parsed.put(parts[0], parts.length == 1 ? true : parts[1]);
            }
        }
        return parsed;
    }

    private static Map<String, Object> inputs(Record signals) {
        Map<String, Object> inputs = new HashMap<>();
        new ObjectMapper()
                .convertValue(signals, new TypeReference<Map<String, Object>>() {})
                .forEach((name, value) -> inputs.put(
                        name,
                        value instanceof String answer
                                ? answer.toLowerCase(Locale.ROOT).replace('_', '-')
                                : value));
        return inputs;
    }

    @SafeVarargs
    private static Map<String, Object> union(Map<String, Object>... parts) {
        Map<String, Object> whole = new HashMap<>();
        for (Map<String, Object> part : parts) {
            whole.putAll(part);
        }
        return whole;
    }

    /** The outputs of a row that a table selected. */
    private record Row(Map<String, Object> outputs) {

        String of(String output) {
            return String.valueOf(outputs.get(output));
        }

        String reason() {
            return of("reason");
        }

        Priority priority() {
            return DecisionTablesTest.priority(of("priority"));
        }
    }

    /** A table as a model and as parsed by the engine. */
    private static final class Table {

        private static final DmnEngine ENGINE =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

        private final DecisionTable table;
        private final DmnDecision decision;

        /** Each evaluation takes milliseconds, and the tests ask for the same ones. */
        private final Map<Map<String, Object>, List<Row>> decided = new HashMap<>();

        Table(String id) {
            DmnModelInstance model = Dmn.readModelFromFile(new File("bpmn/" + id + ".dmn"));
            table = model.getModelElementsByType(DecisionTable.class).iterator().next();
            decision = ENGINE.parseDecision(id, model);
        }

        List<Row> decide(Map<String, Object> inputs) {
            return decided.computeIfAbsent(
                    inputs, asked -> ENGINE.evaluateDecisionTable(decision, asked).getResultList().stream()
                            .map(Row::new)
                            .toList());
        }

        /** What the rows that apply ask for, without their reasons. */
        Set<String> outcome(Map<String, Object> inputs) {
            return decide(inputs).stream()
                    .map(row -> row.of(table.getOutputs().iterator().next().getName()))
                    .collect(toCollection(TreeSet::new));
        }

        List<String> questions() {
            return table.getInputs().stream()
                    .map(Input::getInputExpression)
                    .filter(input -> input.getTypeRef().equals("string"))
                    .map(ModelElementInstance::getTextContent)
                    .map(String::strip)
                    .toList();
        }

        private List<Object> scale(String input) {
            if (questions().contains(input)) {
                return ANSWERS;
            }
            return input.equals("bullyingOnly") ? CALMING_FACT : FACT;
        }

        /** Every answer is no and nothing is known. */
        Map<String, Object> calm() {
            Map<String, Object> calm = new HashMap<>();
            inputs().forEach(input -> calm.put(input, questions().contains(input) ? "no" : false));
            return calm;
        }

        /** The least worrying situation to which the row applies. */
        Map<String, Object> mildest(Rule rule) {
            Map<String, Object> mildest = calm();
            List<String> conditions = conditions(rule).toList();
            for (int column = 0; column < conditions.size(); column++) {
                switch (conditions.get(column)) {
                    case "" -> {}
                    case "true" -> mildest.put(inputs().get(column), true);
                    case "false" -> mildest.put(inputs().get(column), false);
                    case "\"yes\"" -> mildest.put(inputs().get(column), "yes");
                    default -> mildest.put(inputs().get(column), "not-known");
                }
            }
            return mildest;
        }

        /** The mildest situation of each row, and situations at random, the same in each run. */
        List<Map<String, Object>> situations() {
            Random random = new Random(20260922);
            Stream<Map<String, Object>> arbitrary = Stream.generate(() -> {
                        Map<String, Object> situation = new HashMap<>();
                        for (String input : inputs()) {
                            List<Object> scale = scale(input);
                            situation.put(input, scale.get(random.nextInt(4) > 0 ? 0 : random.nextInt(scale.size())));
                        }
                        return situation;
                    })
                    .limit(SITUATIONS);
            return Stream.concat(rules().stream().map(this::mildest), arbitrary).toList();
        }

        /** The answers that, when they become worse, lower a priority or take something away. */
        Stream<String> lowered(Function<Map<String, Object>, Set<String>> outcome) {
            return situations().stream().flatMap(situation -> inputs().stream().flatMap(input -> {
                List<Object> scale = scale(input);
                Set<String> before = outcome.apply(situation);
                return scale.subList(scale.indexOf(situation.get(input)), scale.size()).stream()
                        .filter(worse -> !holds(before, outcome.apply(union(situation, Map.of(input, worse)))))
                        .map(worse -> "%s %s in %s".formatted(input, worse, situation));
            }));
        }

        private boolean holds(Set<String> before, Set<String> after) {
            return table.getHitPolicy() == HitPolicy.FIRST
                    ? priority(after.iterator().next())
                                    .compareTo(priority(before.iterator().next()))
                            <= 0
                    : after.containsAll(before);
        }

        String reason(Rule rule) {
            return List.copyOf(rule.getOutputEntries()).get(1).getTextContent().replace("\"", "");
        }

        List<Rule> rules() {
            return List.copyOf(table.getRules());
        }

        List<String> inputs() {
            return table.getInputs().stream()
                    .map(input -> input.getInputExpression().getTextContent())
                    .toList();
        }

        List<String> reasons() {
            return outputs("reason").toList();
        }

        Stream<String> outputs(String name) {
            int column =
                    table.getOutputs().stream().map(Output::getName).toList().indexOf(name);
            return rules().stream()
                    .map(rule -> List.copyOf(rule.getOutputEntries()).get(column))
                    .map(entry -> entry.getTextContent().replace("\"", ""));
        }
    }
}
