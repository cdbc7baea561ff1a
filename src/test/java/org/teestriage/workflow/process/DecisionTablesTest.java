package org.teestriage.workflow.process;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.teestriage.concern.Priority;
import org.teestriage.concern.facts.Answer;
import org.teestriage.decision.ChildSignals;
import org.teestriage.decision.Signals;

/** The three shipped decision tables, evaluated by the DMN engine. */
class DecisionTablesTest {

    private static final Table PRIORITY = new Table("priority");
    private static final Table REPORTS = new Table("reports-due");
    private static final Table OUTCOMES = new Table("outcomes-suggested");

    private static final List<Object> ANSWERS = List.of("no", "not-known", "yes");
    private static final List<Object> FACT = List.of(false, true);

    /** Filled once, because hundreds of evaluations take seconds. */
    private static final Map<Map<String, Object>, List<Row>> DECIDED = new HashMap<>();

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

    // Priority

    @Test
    void everySituationHasOnePriorityAndEveryRowDecidesASituation() {
        Map<Map<String, Object>, List<Row>> decided = decided();
        assertThat(decided.values()).allSatisfy(rows -> assertThat(rows).hasSize(1));
        assertThat(decided.values().stream().map(rows -> rows.get(0).reason()).distinct())
                .containsExactlyInAnyOrderElementsOf(PRIORITY.reasons());
    }

    @Test
    void aWorseAnswerNeverLowersThePriority() {
        Map<Map<String, Object>, Priority> rated = new HashMap<>();
        decided().forEach((situation, rows) -> rated.put(situation, rows.get(0).priority()));
        assertThat(lowered(rated)).isEmpty();

        rated.put(union(noSignals(), Map.of("abuseLive", "yes")), Priority.GREEN);
        assertThat(lowered(rated)).contains("abuseLive yes");
    }

    /** Extends the test above to all situations: rows test only for worrying values, the most urgent rows first. */
    @Test
    void rowsTestOnlyWorryingValuesFromRedToGreenAndEndWithADefault() {
        assertThat(PRIORITY.table.getHitPolicy()).isEqualTo(HitPolicy.FIRST);
        assertThat(PRIORITY.rules().stream().flatMap(DecisionTablesTest::conditions))
                .isSubsetOf("", "\"yes\"", "not(\"yes\", \"no\")", "true");
        assertThat(PRIORITY.outputs("priority").map(DecisionTablesTest::priority))
                .isSorted();
        List<Rule> rules = PRIORITY.rules();
        assertThat(conditions(rules.get(rules.size() - 1))).containsOnly("");
    }

    @Test
    void aYesToAnyUrgencyQuestionIsRed() {
        assertThat(questions()).hasSize(5).allSatisfy(question -> assertThat(priority(Map.of(question, "yes")))
                .isEqualTo(Priority.RED));
    }

    @Test
    void anUnansweredUrgencyQuestionIsAmber() {
        assertThat(questions()).allSatisfy(question -> {
            assertThat(priority(Map.of(question, "not-known"))).isEqualTo(Priority.AMBER);
            assertThat(priority(Map.of(question, "misspelt"))).isEqualTo(Priority.AMBER);
        });
    }

    @Test
    void blackmailYoungOrMissingChildrenAndContinuingAdultContactAreRed() {
        assertThat(priority(Map.of("sexual", true, "coercion", true))).isEqualTo(Priority.RED);
        assertThat(priority(Map.of("imagesOfUnder13", true))).isEqualTo(Priority.RED);
        assertThat(priority(Map.of("sexual", true, "missing", true))).isEqualTo(Priority.RED);
        assertThat(priority(Map.of("sexual", true, "adultSuspect", true, "contactContinuing", true)))
                .isEqualTo(Priority.RED);
    }

    @Test
    void sexualHarmIsAmberAndAConcernWithoutSignalsIsGreen() {
        assertThat(priority(Map.of("sexual", true))).isEqualTo(Priority.AMBER);
        assertThat(priority(Map.of())).isEqualTo(Priority.GREEN);
    }

    // Reports

    @Test
    void eachReportDependsOnlyOnItsOwnConditions() {
        Set<String> reasons = new HashSet<>();
        combinations(REPORTS.inputs(), FACT).forEach(facts -> {
            List<Row> rows = REPORTS.decide(facts);
            rows.forEach(row -> reasons.add(row.reason()));
            assertThat(rows.stream().map(row -> row.of("report")).distinct())
                    .as("%s", facts)
                    .containsExactlyInAnyOrderElementsOf(due(name -> Boolean.TRUE.equals(facts.get(name))));
        });
        assertThat(reasons).containsExactlyInAnyOrderElementsOf(REPORTS.reasons());
    }

    private static List<String> due(Predicate<String> is) {
        Map<String, Boolean> due = Map.of(
                "police",
                is.test("sexual")
                        || is.test("coercion")
                        || is.test("crimeSuspected")
                        || (is.test("imagesExist") && is.test("adultSuspect")),
                "ceop",
                !is.test("bullyingOnly") && (is.test("sexual") || (is.test("imagesExist") && is.test("coercion"))),
                "platform",
                is.test("accountKnown"),
                "lado",
                is.test("suspectWorksWithChildren"));
        return due.keySet().stream().filter(due::get).toList();
    }

    @Test
    void bullyingAloneIsNotReportedToCeopEvenWithAKnownAccount() {
        Map<String, Object> facts = union(noSignals(), Map.of("bullyingOnly", true, "accountKnown", true));
        assertThat(REPORTS.decide(facts)).extracting(row -> row.of("report")).containsExactly("platform");
    }

    // Outcomes

    @Test
    void theInputsOfTheOutcomesTableAreExactlyTheSignalsOfAChild() {
        assertThat(OUTCOMES.inputs())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ChildSignals.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void eachOutcomeIsSuggestedByItsOwnSignalAndNoStepDownIsSuggested() {
        Map<String, Object> noSignals =
                combinations(OUTCOMES.inputs(), List.of(false)).get(0);
        assertThat(OUTCOMES.decide(noSignals)).isEmpty();
        Map.of(
                        "dangerNow", "SECTION_47",
                        "meetingArranged", "SECTION_47",
                        "abuseLive", "SECTION_47",
                        "withSuspect", "SECTION_47",
                        "coercion", "SECTION_47",
                        "suspectWorksWithChildren", "LADO",
                        "exploitation", "VEMT",
                        "missing", "VEMT",
                        "outsideTees", "OTHER_AUTHORITY",
                        "knownToWorker", "OPEN_CASE")
                .forEach((fact, outcome) -> assertThat(OUTCOMES.decide(union(noSignals, Map.of(fact, true))))
                        .extracting(row -> row.of("outcome"))
                        .as(fact)
                        .containsExactly(outcome));
        assertThat(OUTCOMES.decide(union(noSignals, Map.of("sexual", true)))).isEmpty();
        assertThat(OUTCOMES.decide(union(noSignals, Map.of("adultSuspect", true))))
                .isEmpty();
        assertThat(OUTCOMES.decide(union(noSignals, Map.of("sexual", true, "adultSuspect", true))))
                .extracting(row -> row.of("outcome"))
                .containsExactly("SECTION_47");
        assertThat(OUTCOMES.rules().stream().flatMap(DecisionTablesTest::conditions))
                .as("no fact takes a suggestion away")
                .isSubsetOf("", "true");
        assertThat(OUTCOMES.outputs("outcome")).doesNotContain("NO_FURTHER_ACTION", "ADVICE", "EARLY_HELP");
    }

    // Situations

    /** All answers with no fact and with all facts set, and all sets of facts. The full product would take a minute. */
    private static Set<Map<String, Object>> situations() {
        List<String> facts =
                PRIORITY.inputs().stream().filter(not(questions()::contains)).toList();
        Map<String, Object> alarming = combinations(facts, List.of(true)).get(0);
        Set<Map<String, Object>> situations = new HashSet<>();
        combinations(questions(), ANSWERS).forEach(answers -> {
            situations.add(union(noSignals(), answers));
            situations.add(union(noSignals(), answers, alarming));
        });
        combinations(facts, FACT).forEach(some -> situations.add(union(noSignals(), some)));
        return situations;
    }

    private static synchronized Map<Map<String, Object>, List<Row>> decided() {
        if (DECIDED.isEmpty()) {
            situations().forEach(situation -> DECIDED.put(situation, PRIORITY.decide(situation)));
        }
        return DECIDED;
    }

    /** Worse answers after which a situation is rated less urgent. */
    private static Set<String> lowered(Map<Map<String, Object>, Priority> rated) {
        Set<String> lowered = new HashSet<>();
        rated.forEach((situation, before) -> situation.forEach((name, value) -> {
            List<Object> scale = value instanceof Boolean ? FACT : ANSWERS;
            for (Object worse : scale.subList(scale.indexOf(value), scale.size())) {
                Priority after = rated.getOrDefault(union(situation, Map.of(name, worse)), before);
                if (after.compareTo(before) > 0) {
                    lowered.add(name + " " + worse);
                }
            }
        }));
        return lowered;
    }

    private static List<String> questions() {
        return Arrays.stream(Signals.class.getRecordComponents())
                .filter(component -> component.getType() == Answer.class)
                .map(RecordComponent::getName)
                .toList();
    }

    private static Map<String, Object> noSignals() {
        return Arrays.stream(Signals.class.getRecordComponents())
                .collect(toMap(RecordComponent::getName, signal -> signal.getType() == Answer.class ? "no" : false));
    }

    private static Priority priority(Map<String, Object> signals) {
        return PRIORITY.decide(union(noSignals(), signals)).get(0).priority();
    }

    private static Priority priority(String word) {
        return Priority.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Stream<String> conditions(Rule rule) {
        return rule.getInputEntries().stream().map(ModelElementInstance::getTextContent);
    }

    private static List<Map<String, Object>> combinations(Collection<String> names, List<Object> values) {
        List<Map<String, Object>> all = List.of(Map.of());
        for (String name : names) {
            all = all.stream()
                    .flatMap(some -> values.stream().map(value -> union(some, Map.of(name, value))))
                    .toList();
        }
        return all;
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

        Table(String id) {
            DmnModelInstance model = Dmn.readModelFromFile(new File("bpmn/" + id + ".dmn"));
            table = model.getModelElementsByType(DecisionTable.class).iterator().next();
            decision = ENGINE.parseDecision(id, model);
        }

        List<Row> decide(Map<String, Object> inputs) {
            return ENGINE.evaluateDecisionTable(decision, inputs).getResultList().stream()
                    .map(Row::new)
                    .toList();
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
