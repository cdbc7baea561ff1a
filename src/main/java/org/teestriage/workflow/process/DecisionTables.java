package org.teestriage.workflow.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.teestriage.concern.Priority;
import org.teestriage.concern.facts.Answer;
import org.teestriage.decision.ChildSignals;
import org.teestriage.decision.Outcome;
import org.teestriage.decision.Signals;

/**
 * Asks the decision tables: how urgent a concern is, which reports its facts make due, and which outcomes they suggest for a
 * child, each with the reason that decided.
 */
@ApplicationScoped
public class DecisionTables {

    /** The column in which every table says why, from 0. */
    private static final int REASON = 1;

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Of the last questions; a concern asks the same at each of its steps. */
    private static final int ANSWERS_KEPT = 2_000;

    private final ProcessEngineBootstrap processEngineBootstrap;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    /** A table never changes once it is deployed, and neither does its answer to the same question. */
    private record Table(String id, List<Sourced> sources, Cache<Record, List<Row>> answers) {}

    /** Every row of a table has a reason of its own, so the reason finds the row, whose description is its source. */
    private record Sourced(String reason, String source) {}

    /** What a table answers, and why. */
    private record Row(String answer, String reason) {}

    public DecisionTables(ProcessEngineBootstrap processEngineBootstrap) {
        this.processEngineBootstrap = processEngineBootstrap;
    }

    /** A priority and the rule's own sentence. */
    public record Rating(Priority priority, String reason) {}

    /** A report that the facts make due: {@code police}, {@code ceop}, {@code platform} or {@code lado}, and why. */
    public record Due(String report, String reason) {}

    public Rating rate(Signals signals) {
        Row row = decide("priority", "priority", signals).get(0);
        return new Rating(Priority.valueOf(row.answer().toUpperCase(Locale.ROOT)), row.reason());
    }

    public List<Due> reportsDue(Signals signals) {
        return decide("reports-due", "report", signals).stream()
                .map(row -> new Due(row.answer(), row.reason()))
                .distinct()
                .toList();
    }

    /** An outcome that the facts suggest for a child, why, and where the rule comes from. */
    public record Suggested(Outcome outcome, String reason, String source) {}

    public List<Suggested> suggested(ChildSignals signals) {
        return decide("outcomes-suggested", "outcome", signals).stream()
                .map(row -> new Suggested(
                        Outcome.valueOf(row.answer()), row.reason(), source("outcomes-suggested", row.reason())))
                .toList();
    }

    /** Where the rule for a due report comes from. */
    public String source(Due due) {
        return source("reports-due", due.reason());
    }

    private String source(String table, String reason) {
        return table(table).sources().stream()
                .filter(sourced -> sourced.reason().equals(reason))
                .findFirst()
                .map(Sourced::source)
                .orElse("");
    }

    /** As it was when this release first asked it: a later release's tables are for that release. */
    private Table table(String name) {
        return tables.computeIfAbsent(name, this::find);
    }

    private Table find(String name) {
        RepositoryService repository = processEngineBootstrap.engine().getRepositoryService();
        String id = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(name)
                .latestVersion()
                .singleResult()
                .getId();
        List<Sourced> sources = repository.getDmnModelInstance(id).getModelElementsByType(Rule.class).stream()
                .map(rule -> new Sourced(
                        List.copyOf(rule.getOutputEntries())
                                .get(REASON)
                                .getTextContent()
                                .strip()
                                .replaceAll("^\"|\"$", ""),
                        rule.getDescription().getTextContent()))
                .toList();
        return new Table(
                id, sources, Caffeine.newBuilder().maximumSize(ANSWERS_KEPT).build());
    }

    private List<Row> decide(String name, String answer, Record signals) {
        Table table = table(name);
        return table.answers()
                .get(
                        signals,
                        question ->
                                processEngineBootstrap
                                        .engine()
                                        .getDecisionService()
                                        .evaluateDecisionTableById(table.id(), inputs(question))
                                        .stream()
                                        .map(row ->
                                                new Row(row.<String>getEntry(answer), row.<String>getEntry("reason")))
                                        .toList());
    }

    private static VariableMap inputs(Record signals) {
        VariableMap inputs = Variables.createVariables();
        MAPPER.convertValue(signals, new TypeReference<Map<String, Object>>() {})
                .forEach((name, value) -> {
                    boolean answer = value instanceof String;
                    inputs.putValue(name, answer ? spoken(Answer.valueOf((String) value)) : value);
                });
        return inputs;
    }

    private static String spoken(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
