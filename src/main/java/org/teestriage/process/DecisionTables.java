package org.teestriage.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.teestriage.concern.Answer;
import org.teestriage.concern.Priority;
import org.teestriage.decision.Signals;

/** Asks the decision tables: how urgent a concern is, and which reports its facts make due, each with the reason that decided. */
@ApplicationScoped
public class DecisionTables {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final EngineRoom room;

    public DecisionTables(EngineRoom room) {
        this.room = room;
    }

    /** A priority and the rule's own sentence. */
    public record Rating(Priority priority, String reason) {}

    /** A report that the facts make due: {@code police}, {@code ceop}, {@code platform} or {@code lado}, and why. */
    public record Due(String report, String reason) {}

    public Rating rate(Signals signals) {
        Map<String, Object> row = decide("priority", signals).get(0);
        return new Rating(Priority.valueOf(text(row, "priority").toUpperCase(Locale.ROOT)), text(row, "reason"));
    }

    public List<Due> reportsDue(Signals signals) {
        return decide("reports-due", signals).stream()
                .map(row -> new Due(text(row, "report"), text(row, "reason")))
                .distinct()
                .toList();
    }

    private List<Map<String, Object>> decide(String table, Signals signals) {
        return room.engine()
                .getDecisionService()
                .evaluateDecisionTableByKey(table, inputs(signals))
                .getResultList();
    }

    private static String text(Map<String, Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    private static VariableMap inputs(Signals signals) {
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
