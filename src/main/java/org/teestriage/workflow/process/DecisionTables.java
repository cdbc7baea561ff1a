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
import org.teestriage.decision.Outcome;
import org.teestriage.decision.signal.ChildSignals;
import org.teestriage.decision.signal.Signals;

@ApplicationScoped
public class DecisionTables {

    /** Output column, from 0, with the reason of the rule; the same in every table. */
    private static final int REASON = 1;

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Maximum number of cached results per table. A concern evaluates the same inputs at each of its steps. */
    private static final int ANSWERS_KEPT = 2_000;

    private final ProcessEngineBootstrap processEngineBootstrap;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    /** Deployed tables are immutable, so results can be cached without expiry. */
    private record Table(String id, List<Sourced> sources, Cache<Record, List<Row>> answers) {}

    /**
     * The source of a rule, which is the description of its row. Reasons are unique in a table and identify the row.
     */
    private record Sourced(String reason, String source) {}

    private record Row(String answer, String reason) {}

    public DecisionTables(ProcessEngineBootstrap processEngineBootstrap) {
        this.processEngineBootstrap = processEngineBootstrap;
    }

    public record Rating(Priority priority, String reason) {}

    /**
     * A report that the facts require.
     *
     * @param report {@code police}, {@code ceop}, {@code platform} or {@code lado}
     */
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

    public record Suggested(Outcome outcome, String reason, String source) {}

    public List<Suggested> suggested(ChildSignals signals) {
        return decide("outcomes-suggested", "outcome", signals).stream()
                .map(row -> new Suggested(
                        Outcome.valueOf(row.answer()), row.reason(), source("outcomes-suggested", row.reason())))
                .toList();
    }

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

    /**
     * The version that was the latest when this process first used the table. A later release deploys its tables for
     * itself.
     */
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
